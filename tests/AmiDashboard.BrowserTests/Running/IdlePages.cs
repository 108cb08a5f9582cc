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

    /// <summary>One of those kept for <paramref name="language"/>; null where none is.</summary>
    public IPage? Take(string language) => Of(language).TryTake(out var page) ? page : null;

    /// <summary>Kept, where nothing of the visit stays behind; closed where something could.</summary>
    public async Task LeaveAsync(BrowserPage visit)
    {
        if (await IsEmptiedAsync(visit))
        {
            Of(visit.Screen.Language).Add(visit.Page);
        }
        else
        {
            await visit.Page.Context.CloseAsync();
        }
    }

    private ConcurrentBag<IPage> Of(string language) => idle.GetOrAdd(language, _ => []);

    private static async Task<bool> IsEmptiedAsync(BrowserPage visit)
    {
        var page = visit.Page;
        if (visit.IsSpent || page.IsClosed || page.Context.Pages.Count != 1)
        {
            return false;
        }

        try
        {
            await page.UnrouteAllAsync();
            // A few letters and no script.
            await visit.GoAsync("/health/live");
            await page.Context.ClearCookiesAsync();
            return await page.EvaluateAsync<int>("() => (localStorage.clear(), sessionStorage.clear(), history.length)")
                <= MostAddresses;
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            // The program that was visited is gone, or says nothing.
            return false;
        }
    }
}
