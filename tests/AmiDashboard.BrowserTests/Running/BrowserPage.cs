using Microsoft.Playwright;

namespace AmiDashboard.Running;

/// <summary>
/// One person's browser, with cookies of its own: <c>await using var page = await app.SignInAsync("dinsic")</c>. It
/// remembers what went wrong in the console, which <see cref="DisposeAsync"/> does not judge: ask <see cref="Complaints"/>.
/// </summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly IdlePages idle;

    internal BrowserPage(IPage page, Uri program, Screen screen, IdlePages idle)
    {
        (Page, Program, Screen, this.idle) = (page, program, screen, idle);
        page.Console += Hear;
        page.PageError += Hear;
    }

    public IPage Page { get; }

    /// <summary>The address of the program that is visited.</summary>
    public Uri Program { get; }

    public Screen Screen { get; private set; }

    /// <summary>Changed so that the next person must not get it, such as by a clock of its own.</summary>
    public bool IsSpent { get; set; }

    /// <summary>Errors of scripts and refusals of the content security policy so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens an address of the program; returns its status.</summary>
    public async Task<int> GoAsync(string address)
    {
        var response = await Page.GotoAsync(new Uri(Program, address).AbsoluteUri);
        return response?.Status ?? 0;
    }

    /// <summary>Waits until the circuit answers: only then do clicks on interactive parts count.</summary>
    public Task UntilInteractiveAsync() => UntilAsync("() => document.documentElement.dataset.live === 'true'");

    public ILocator Heading => Page.Locator("h1");

    public Task<bool> ShowsAsync(string text) => Page.GetByText(text).First.IsVisibleAsync();

    /// <summary>The same page, its colours and its language, in a window of another size.</summary>
    public async Task ResizeAsync(Screen other)
    {
        await Page.SetViewportSizeAsync(other.Width, other.Height);
        Screen = Screen with { Width = other.Width, Height = other.Height };
    }

    /// <summary>The same page once its person, or the evening, asked the machine for dark colours.</summary>
    public async Task DarkenAsync()
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Screen = Screen.Dark;
        await UntilAsync("() => document.documentElement.dataset.scheme === 'dark'");
    }

    /// <summary>
    /// Waits until every chart card that can be seen is drawn for the width it has now, as the cards' script says.
    /// </summary>
    public async Task UntilDrawnAsync()
    {
        // The observer of sizes speaks in the frame after the one that laid the page out.
        await Page.EvaluateAsync("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))");
        await UntilAsync(
            """
            () => document.documentElement.dataset.live !== 'true'
                || [...document.querySelectorAll('.chart-card')].every(card => !card.offsetWidth || card.dataset.drawn)
            """
        );
    }

    /// <summary>
    /// What axe finds by its rules of WCAG 2.1 A and AA, which RGAA 4.1 checks, or by <paramref name="rules"/> alone, once
    /// nothing fades in any more; one line each, empty is good.
    /// </summary>
    public async Task<IReadOnlyList<string>> AxeAsync(params string[] rules)
    {
        await Page.EvaluateAsync(
            """
            () => Promise.all(document.getAnimations()
                .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                .map(one => one.finished.catch(() => null)))
            """
        );
        return await Axe.LookAsync(Page, rules);
    }

    /// <summary>
    /// Keeps a picture in <c>artifacts/screenshots</c>, for people to look at, where the environment variable
    /// <c>AMI_PICTURES</c> asks for them: a long page takes a second each.
    /// </summary>
    public async Task KeepScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("AMI_PICTURES") is not { Length: > 0 })
        {
            return;
        }

        var folder = Path.Combine(Repository.Root, "artifacts", "screenshots");
        await Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{Screen}.png"), FullPage = true }
        );
    }

    /// <summary>From now on time in this page passes as the test says, as long as the page lives.</summary>
    public Task InstallClockAsync()
    {
        IsSpent = true;
        return Page.Clock.InstallAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Page.Console -= Hear;
        Page.PageError -= Hear;
        await TellAsync();
        await idle.LeaveAsync(this);
    }

    /// <summary>In the output of a test, which is shown where it fails: where the page stood at last, and what it said.</summary>
    private async Task TellAsync()
    {
        try
        {
            var said = await Page.EvaluateAsync<string>(
                """
                () => [...document.querySelectorAll('h1, dialog[open], [role=alert], [role=status]')]
                    .filter(one => one.checkVisibility()).map(one => one.innerText.trim()).filter(Boolean).join(' | ')
                """
            );
            TestContext.Current.TestOutputHelper?.WriteLine($"{Page.Url}: {said} {string.Join(' ', complaints)}");
        }
        catch (PlaywrightException)
        {
            // Closed by the test.
        }
    }

    /// <summary>Asked twenty times a second: to ask at each frame makes the browser draw all that it would not.</summary>
    private Task UntilAsync(string holds) =>
        Page.WaitForFunctionAsync(holds, null, new PageWaitForFunctionOptions { PollingInterval = 50 });

    private void Hear(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error")
        {
            complaints.Add(message.Text);
        }
    }

    private void Hear(object? sender, string error) => complaints.Add(error);
}
