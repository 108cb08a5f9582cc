using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>
/// What a person asks of a page, and what draws it anew, runs in one place, which tells what fails: nothing goes around it.
/// </summary>
public sealed partial class ActingTests
{
    private const string Place = "src/AmiDashboard.Web/Acts/ActingComponent.cs";

    /// <summary>They speak of failures, and have to live without the place that failed.</summary>
    private const string Tellers = "src/AmiDashboard.Web/Faults/";

    private static IEnumerable<TextFile> Web =>
        Repository.Code.Where(file => file.Path.StartsWith("src/AmiDashboard.Web/", StringComparison.Ordinal));

    [Fact]
    public void No_redraw_fails_unseen() => Assert.Empty(Unseen(Web));

    [Fact]
    public void No_component_runs_its_handlers_elsewhere()
    {
        Assert.Contains(Web, file => file.Path == Place);
        Assert.Empty(Elsewhere(Web));
    }

    [Fact]
    public void No_component_guards_its_buttons_by_a_flag_of_its_own() => Assert.Empty(Flags(Web));

    [Fact]
    public void What_is_drawn_once_has_no_handlers() => Assert.Empty(NeverAnswered(Web));

    [Theory]
    [InlineData("private void Refresh() => _ = InvokeAsync(StateHasChanged);")]
    [InlineData("timer = Time.CreateTimer(_ => _ = redraw(), null, Every, Every);")]
    [InlineData("private async void Refresh() { }")]
    public void A_redraw_whose_failure_nobody_sees_is_found(string text) =>
        Assert.Single(Unseen([new TextFile("src/AmiDashboard.Web/A.razor", text)]));

    [Theory]
    [InlineData("@inherits ComponentBase")]
    [InlineData("public abstract class A : ComponentBase, IDisposable")]
    public void A_component_of_another_base_is_found(string text) =>
        Assert.Single(Elsewhere([new TextFile("src/AmiDashboard.Web/A.razor", text)]));

    [Fact]
    public void A_flag_is_found() =>
        Assert.Single(Flags([new TextFile("src/AmiDashboard.Web/A.razor", "    private bool isBusy;")]));

    [Theory]
    [InlineData("<button @onclick=\"SaveAsync\">", true)]
    [InlineData("<input @bind=\"name\" />", true)]
    [InlineData("<button @onclick=\"OnRemoved\">", false)]
    public void A_handler_of_what_is_drawn_once_is_found(string markup, bool isBroken) =>
        Assert.Equal(
            isBroken,
            NeverAnswered([new TextFile("src/AmiDashboard.Web/A.razor", markup + " override bool ShouldRender()")])
                .Any()
        );

    private static IEnumerable<string> Unseen(IEnumerable<TextFile> files) => Lines(files, Discarded());

    private static IEnumerable<string> Elsewhere(IEnumerable<TextFile> files) =>
        Lines(files.Where(file => !file.Path.StartsWith(Tellers, StringComparison.Ordinal)), OtherBase());

    private static IEnumerable<string> Flags(IEnumerable<TextFile> files) =>
        Lines(files.Where(file => file.Name.Contains(".razor", StringComparison.Ordinal)), Flag());

    /// <summary>A handler that is a parameter is the parent's.</summary>
    private static IEnumerable<string> NeverAnswered(IEnumerable<TextFile> files) =>
        Lines(
            files.Where(file => file.Text.Contains("override bool ShouldRender()", StringComparison.Ordinal)),
            Handler()
        );

    private static IEnumerable<string> Lines(IEnumerable<TextFile> files, Regex broken) =>
        from file in files
        where file.Path != Place
        from found in broken.Matches(file.Text)
        select $"{file.Path}: {found.Value}";

    [GeneratedRegex(@"_ = (InvokeAsync|redraw)\(|\basync void\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Discarded();

    [GeneratedRegex(@"(@inherits|class \w+ :) ComponentBase\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherBase();

    [GeneratedRegex(@"\bbool is(Busy|Saving|Sending|Running)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Flag();

    [GeneratedRegex("""@(bind|on[a-z]+)="(?!On[A-Z]\w*")""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();
}
