namespace AmiDashboard.Running;

/// <summary>
/// One page as people may meet it, in two visits. In French: all of axe at a desk, contrast once more when the colours turn
/// dark, then nothing overflows at 200 % and at 320 pixels. In English: nothing overflows at a desk and at 320 pixels.
/// </summary>
internal static class AccessibilityCheck
{
    /// <summary>Where a table stands as cards, its head is out of sight.</summary>
    private const string CellsThatDoNotSayTheirColumn = """
        [...document.querySelectorAll('table[data-table] td:not([data-label])')]
            .filter(cell => getComputedStyle(cell).display === 'grid' && cell.innerText.trim() && !cell.querySelector('button, input, form'))
            .map(cell => cell.closest('table').dataset.table + ': ' + cell.innerText.trim())
            .join('\n')
        """;

    /// <summary>The page opened by <paramref name="open"/> for a screen; each call is a visit of somebody new.</summary>
    /// <param name="prepare">Brings the page, opened anew, to the state that is judged.</param>
    /// <param name="isExpected">A complaint of the console that belongs to the page, such as its own 404.</param>
    public static async Task RunAsync(
        string name,
        Func<Screen, Task<BrowserPage>> open,
        Func<BrowserPage, Task>? prepare = null,
        Func<string, bool>? isExpected = null
    )
    {
        await using (var page = await open(Screen.Desk))
        {
            await ComeAsync(page);
            await FindsNothingAsync(page);
            await page.DarkenAsync();
            await page.UntilDrawnAsync();
            await page.KeepScreenshotAsync(name);
            await FindsNothingAsync(page, "color-contrast");
            foreach (var narrow in new[] { Screen.Zoomed, Screen.Phone })
            {
                await page.ResizeAsync(narrow);
                await FitsAsync(page);
            }

            // The one rule of axe that narrowness alone can break.
            await FindsNothingAsync(page, "scrollable-region-focusable");
        }

        // The words are longer or shorter; their colours are the same.
        await using (var page = await open(Screen.Desk.English))
        {
            await ComeAsync(page);
            await page.ResizeAsync(Screen.Phone);
            await FitsAsync(page);
        }

        async Task ComeAsync(BrowserPage page)
        {
            if (prepare is not null)
            {
                await prepare(page);
            }

            await FitsAsync(page);
            Assert.Equal(page.Screen.Language, await page.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.DoesNotContain(page.Complaints, complaint => isExpected?.Invoke(complaint) != true);
        }

        async Task FindsNothingAsync(BrowserPage page, params string[] rules) =>
            Assert.Empty(string.Join('\n', await page.AxeAsync(rules)));

        async Task FitsAsync(BrowserPage page)
        {
            await page.UntilDrawnAsync();
            Assert.True(
                await page.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                $"{name} is wider than {page.Screen}."
            );
            Assert.Equal("", await page.Page.EvaluateAsync<string>(CellsThatDoNotSayTheirColumn));
            await page.KeepScreenshotAsync(name);
        }
    }
}
