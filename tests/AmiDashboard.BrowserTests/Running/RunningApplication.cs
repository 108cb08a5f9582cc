using AmiDashboard.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningApplication))]

namespace AmiDashboard.Running;

/// <summary>
/// The program and the browser that all tests of this assembly share; ask for it in a test class's constructor. A test
/// that changes settings, or what others see, starts a <see cref="RunningProgram"/> of its own and opens it with
/// <see cref="OpenAsync(RunningProgram, string, Screen?)"/>.
/// </summary>
public sealed class RunningApplication : IAsyncLifetime
{
    /// <summary>Milliseconds. A wait ends as soon as what it waits for is there: this only bounds a slow machine's.</summary>
    private const float Patience = 60_000;

    private readonly IdlePages idle = new();
    private RunningProgram? program;
    private Chromium? chromium;

    public RunningProgram Program => program ?? throw new InvalidOperationException("Not started.");

    public Uri Address => Program.Address;

    public IServiceProvider Services => Program.Services;

    public async ValueTask InitializeAsync()
    {
        program = await RunningProgram.StartAsync();
        chromium = await Chromium.StartAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    /// <summary>A browser in which the persona has signed in and stands on <paramref name="path"/>, its circuit open.</summary>
    public Task<BrowserPage> SignInAsync(string persona, string path = "/", Screen? screen = null) =>
        SignInAsync(Program, persona, path, screen);

    /// <summary>The way through the provider is walked once a persona and program, without a browser; its cookies are kept.</summary>
    public async Task<BrowserPage> SignInAsync(
        RunningProgram program,
        string persona,
        string path = "/",
        Screen? screen = null
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        var page = await NewPageAsync(program.Address, screen);
        await page.Page.Context.AddCookiesAsync(
            (await program.CookiesOfAsync(persona)).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Url = program.Address.AbsoluteUri,
                HttpOnly = cookie.HttpOnly,
            })
        );
        await page.GoAsync(path);
        if (await page.Page.Locator("[data-circuit]").CountAsync() > 0)
        {
            await page.UntilInteractiveAsync();
            // A card is interactive once it is drawn, which may be after the page around it is.
            await page.UntilDrawnAsync();
        }

        return page;
    }

    /// <summary>A browser of somebody who has not signed in.</summary>
    public Task<BrowserPage> OpenAsync(string path, Screen? screen = null) => OpenAsync(Program, path, screen);

    public Task<BrowserPage> OpenAsync(RunningProgram program, string path, Screen? screen = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return OpenAsync(program.Address, path, screen);
    }

    /// <param name="address">Of a program in a process of its own.</param>
    public async Task<BrowserPage> OpenAsync(Uri address, string path, Screen? screen = null)
    {
        var page = await NewPageAsync(address, screen);
        await page.GoAsync(path);
        return page;
    }

    private async Task<BrowserPage> NewPageAsync(Uri address, Screen? screen)
    {
        var look = screen ?? Screen.Desk;
        var page = idle.Take(look.Language) ?? await NewPageAsync(look.Language);
        await page.SetViewportSizeAsync(look.Width, look.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light });
        if (look.Language == "en")
        {
            await page.Context.AddCookiesAsync([
                new Cookie
                {
                    Name = ".AspNetCore.Culture",
                    Value = Uri.EscapeDataString("c=en-GB|uic=en-GB"),
                    Url = address.AbsoluteUri,
                },
            ]);
        }

        return new BrowserPage(page, address, look, idle);
    }

    private async Task<IPage> NewPageAsync(string language)
    {
        var context = await chromium!.Browser.NewContextAsync(
            new BrowserNewContextOptions { Locale = language == "fr" ? "fr-FR" : "en-GB", TimezoneId = "Europe/Paris" }
        );
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (program is not null)
        {
            await program.DisposeAsync();
        }
    }
}
