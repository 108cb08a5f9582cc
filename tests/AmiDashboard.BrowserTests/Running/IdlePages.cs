using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AmiDashboard.Running;

/// <summary>
/// Browsers whose visit is over, for the next person: a new one costs two processes and two thirds of a second of a core.
/// Handed on without cookies, storage, routes or a past; whoever changes more says so by <see cref="BrowserPage.IsSpent"/>.
/// </summary>
internal sealed class IdlePages
{
    /// <summary>Chromium forgets the oldest of 50 addresses, which a test that counts them would see.</summary>
    private const int MostAddresses = 30;

    private readonly ConcurrentDictionary<string, ConcurrentBag<IPage>> idle = new();

    /// <summary>One of those kept for the language of <paramref name="screen"/>, as wide and as dark; null where none is.</summary>
    public async Task<IPage?> TakeAsync(Screen screen)
    {
        if (!idle.GetOrAdd(screen.Language, _ => []).TryTake(out var page))
        {
            return null;
        }

        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light });
        return page;
    }

    /// <summary>Kept, where nothing of the visit stays behind; closed where something could.</summary>
    /// <param name="quiet">An address of the program that answers with a few letters and no script.</param>
    public async Task LeaveAsync(IPage page, Screen screen, Uri quiet)
    {
        if (await IsEmptiedAsync(page, quiet))
        {
            idle[screen.Language].Add(page);
        }
        else
        {
            await page.Context.CloseAsync();
        }
    }

    private static async Task<bool> IsEmptiedAsync(IPage page, Uri quiet)
    {
        if (page.IsClosed || page.Context.Pages.Count != 1)
        {
            return false;
        }

        try
        {
            await page.UnrouteAllAsync();
            await page.GotoAsync(quiet.AbsoluteUri);
            await page.Context.ClearCookiesAsync();
            return await page.EvaluateAsync<int>("() => (localStorage.clear(), sessionStorage.clear(), history.length)")
                <= MostAddresses;
        }
        catch (PlaywrightException)
        {
            // The program that was visited is gone.
            return false;
        }
    }
}
