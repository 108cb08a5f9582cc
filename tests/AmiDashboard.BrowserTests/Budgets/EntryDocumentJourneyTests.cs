using AmiDashboard.Running;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Budgets;

/// <summary>Entries of the ledger with their documents, as people write and read them.</summary>
public sealed class EntryDocumentJourneyTests(RunningApplication browsers)
{
    /// <summary>Its balance is still to be asked for.</summary>
    private const string Project = "/budgets/200044";

    private static readonly string Yesterday = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd");

    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task A_redeployment_quotes_a_document_given_on_the_spot_and_keeps_it_when_it_is_refused()
    {
        await using var program = await Demonstration.StartAsync();
        await using var sgpi = await browsers.SignInAsync(program, "sgpi", "/budgets?edition=3");
        var form = sgpi.Page.Locator("[data-act=envelope]");
        await form.Locator("> button").ClickAsync();
        await form.Locator("input.money").FillAsync("1 000");
        await form.Locator("input[type=date]").FillAsync("2100-01-01");
        await form.Locator("textarea").FillAsync("Redéploiement");
        await form.Locator("summary").ClickAsync();
        await form.Locator("input[type=file]").ChooseFileAsync(File("décision.pdf"));
        await Assertions.Expect(form.GetByText("Fichier choisi : décision.pdf")).ToBeVisibleAsync();
        await form.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("date passée");
        await Assertions.Expect(form.GetByLabel("décision.pdf")).ToBeCheckedAsync();
        Assert.Empty(await sgpi.AxeAsync());

        await form.Locator("input[type=date]").FillAsync(Yesterday);
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(sgpi.Page.Locator(".envelope .told")).Not.ToBeEmptyAsync();

        // What an entry rests on is not taken away.
        await sgpi.Page.Locator("[data-act=withdraw] > button").ClickAsync();
        await sgpi.Page.Locator("[data-act=withdraw] button[type=submit]").ClickAsync();
        await Assertions.Expect(sgpi.Page.Locator("[data-act=withdraw]").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await using var reader = await browsers.SignInAsync(program, "leadership", "/budgets/journal");
        var quoted = reader.Page.Locator("[data-entry]").First.Locator("[data-quoted] a");
        await Assertions.Expect(quoted).ToHaveTextAsync("décision.pdf");
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => quoted.ClickAsync());
        Assert.Equal(Pdf, await System.IO.File.ReadAllBytesAsync(await download.PathAsync()));

        using var team = await program.NewClientAsync("ministry1");
        using var hidden = await team.GetAsync(await quoted.GetAttributeAsync("href"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Empty(sgpi.Complaints);
    }

    [Fact]
    public async Task Who_releases_the_last_of_a_grant_reads_that_it_is_done()
    {
        await using var program = await Demonstration.StartAsync();
        await using var cdc = await browsers.SignInAsync(program, "cdc", Project);
        var amend = cdc.Page.Locator("[data-act=amend]");
        var card = cdc.Page.Locator("[data-card=grant-moves]");
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await amend.Locator("> button").ClickAsync();
        await amend.Locator("input.money").First.FillAsync("-1 000");
        await amend.Locator("input.money").Nth(1).FillAsync("69 500");
        await amend.Locator("> form > .field-row input[type=date]").FillAsync(Yesterday);
        await amend.Locator("textarea").First.FillAsync("Moins de matériel");
        await amend.Locator("button[type=submit]").ClickAsync();

        var release = card.Locator("[data-act=release]");
        await release.Locator("> button").ClickAsync();
        await release.Locator("input.money").FillAsync("1 000");
        await release.Locator("input[type=date]").FillAsync(Yesterday);
        await release.Locator("select").First.SelectOptionAsync("Commitment");
        await release.Locator("textarea").FillAsync("Avenant");
        await release.GetByLabel("Convention signée").First.CheckAsync();
        await release.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(release).ToHaveCountAsync(0);
        await Assertions.Expect(card.Locator(".told")).Not.ToBeEmptyAsync();
        await Assertions.Expect(card.Locator(".told")).ToBeFocusedAsync();
        await Assertions.Expect(cdc.Page.Locator("[data-entry]").Last.Locator("[data-quoted] a")).ToHaveCountAsync(1);
        Assert.Empty(cdc.Complaints);
    }

    private static FilePayload File(string name) =>
        new()
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = Pdf,
        };
}
