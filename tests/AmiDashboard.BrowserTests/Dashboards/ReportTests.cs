using System.Net;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace AmiDashboard.Dashboards;

/// <summary>A committee's report, prepared on its page and read back: it says what the page says.</summary>
public sealed class ReportTests(Demonstration demonstration, RunningApplication browsers)
{
    [Theory]
    [InlineData("sgpi", "sgpi", "")]
    [InlineData("leadership", "direction", "diapositives")]
    [InlineData("cdc", "cdc", "")]
    public async Task The_text_of_a_report_is_that_of_the_page(string persona, string dashboard, string shape)
    {
        const string filter = "edition=2&asOf=2020-03-31";
        await using var page = await browsers.SignInAsync(
            demonstration.Program,
            persona,
            $"/tableaux/{dashboard}?{filter}"
        );
        await Expect(page.Page.Locator("figure[data-chart] .takeaway").First).ToBeVisibleAsync();
        var values = await page.Page.Locator(".headline [data-figure]").AllInnerTextsAsync();
        var changes = await page.Page.Locator(".headline .figure-move").AllInnerTextsAsync();
        var takeaways = await page.Page.Locator("figure[data-chart]:has(.hit) .takeaway").AllInnerTextsAsync();
        Assert.NotEmpty(changes);

        await page.Page.Locator("[data-report-link]").ClickAsync();
        if (shape.Length > 0)
        {
            await page.Page.Locator("select[name=forme]").SelectOptionAsync(shape);
        }

        await page
            .Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Préparer le rapport" })
            .ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() =>
            page.Page.Locator("[data-report]").ClickAsync()
        );
        var text = Tight(TextOf(await download.PathAsync()));

        Assert.All(values, value => Assert.Contains(Tight(value), text, StringComparison.Ordinal));
        Assert.All(changes, change => Assert.Contains(Tight(change), text, StringComparison.Ordinal));
        Assert.All(takeaways, takeaway => Assert.Contains(Tight(takeaway), text, StringComparison.Ordinal));
        Assert.Contains(Tight("31 mars 2020"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_past_day_has_the_same_bytes_each_time()
    {
        using var client = await demonstration.Program.NewClientAsync("leadership");
        var first = await BytesAsync();

        Assert.Equal(first, await BytesAsync());
        Assert.Equal("%PDF"u8.ToArray(), first[..4]);

        Task<byte[]> BytesAsync() =>
            client.GetByteArrayAsync("/rapports/direction.pdf?asOf=2019-12-31", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_sees_no_figures_gets_no_report()
    {
        using var client = await demonstration.Program.NewClientAsync("ministry1");

        using var answer = await client.GetAsync("/rapports/sgpi.pdf", TestContext.Current.CancellationToken);

        Assert.NotEqual("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string TextOf(string path)
    {
        using var document = PdfDocument.Open(path);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    /// <summary>Without spaces, and with the dash that stands for the minus sign in documents.</summary>
    private static string Tight(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace('\u2212', '\u2013');
}
