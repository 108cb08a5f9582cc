using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AmiDashboard.Live;

public sealed class ElementScriptTests : IAsyncDisposable
{
    private static readonly ElementReference Card = new("card");

    private readonly FakeBrowser browser = new();
    private readonly ElementScript<FakeBrowser> script;

    public ElementScriptTests() => script = new(browser);

    [Fact]
    public async Task A_component_that_closes_leaves_its_element_and_then_its_script()
    {
        await FollowAsync();
        await script.DisposeAsync();

        Assert.Equal(["import", "follow", "leave", "dispose"], browser.Asked);
    }

    [Fact]
    public async Task One_that_follows_nothing_yet_asks_nothing()
    {
        Assert.False(await script.AskAsync<bool>("flush"));
        await script.DisposeAsync();

        Assert.Empty(browser.Asked);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("dispose")]
    public async Task A_browser_that_is_gone_or_goes_before_it_answers_breaks_no_circuit(string when)
    {
        Exception[] goings =
        [
            new JSDisconnectedException("The circuit has disconnected."),
            new TaskCanceledException(),
            new OperationCanceledException(),
        ];
        foreach (var going in goings)
        {
            await using var left = new ElementScript<FakeBrowser>(browser);
            browser.Failing = (when, going);
            await left.FollowAsync(browser, "./js/a.js", Card);

            await left.DisposeAsync();

            Assert.Equal(when, browser.Asked[^1]);
        }
    }

    [Fact]
    public async Task A_script_that_breaks_is_not_taken_for_a_browser_that_is_gone()
    {
        await FollowAsync();
        browser.Failing = ("leave", new JSException("undefined is not a function"));

        await Assert.ThrowsAsync<JSException>(async () => await script.DisposeAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_component_that_closes_while_its_script_is_on_the_way_follows_nothing(bool isGone)
    {
        var import = browser.HoldImport();
        var following = FollowAsync();
        await script.DisposeAsync();
        browser.Failing = isGone ? ("dispose", new TaskCanceledException()) : null;

        import.SetResult();
        await following;

        Assert.Equal(["import", "dispose"], browser.Asked);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Failing = null;
        await script.DisposeAsync();
        await browser.DisposeAsync();
    }

    private Task FollowAsync() => script.FollowAsync(browser, "./js/a.js", Card, "argument");

    /// <summary>The browser and the module that it imports: notes what it is asked, and fails where it is told to.</summary>
    private sealed class FakeBrowser : IJSRuntime, IJSObjectReference
    {
        private Task import = Task.CompletedTask;

        public List<string> Asked { get; } = [];

        public (string When, Exception How)? Failing { get; set; }

        public TaskCompletionSource HoldImport()
        {
            var held = new TaskCompletionSource();
            import = held.Task;
            return held;
        }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Ask(identifier);
            if (identifier == "import")
            {
                await import;
                return (TValue)(object)this;
            }

            return default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken token, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Ask("dispose");
            return ValueTask.CompletedTask;
        }

        private void Ask(string what)
        {
            Asked.Add(what);
            if (Failing is { } failing && failing.When == what)
            {
                throw failing.How;
            }
        }
    }
}
