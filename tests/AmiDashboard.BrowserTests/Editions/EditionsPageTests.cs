using AmiDashboard.Api;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.Editions;
using Microsoft.Playwright;

namespace AmiDashboard.Editions;

/// <summary>From an empty database to an edition, by pages alone.</summary>
public sealed class EditionsPageTests(RunningApplication app)
{
    [Fact]
    public async Task The_first_edition_is_made_and_changed_by_its_page_to_the_second()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "administrator", "/administration/editions");
        await Assertions.Expect(page.Page.Locator(".empty-state")).ToContainTextAsync("Aucune édition");
        await page.UntilInteractiveAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer une édition" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("Numéro")).ToBeFocusedAsync();
        await FillAsync(page, "Nom", "Édition de 2027");
        await FillAsync(page, "Ouverture", "2027-01-15T08:00");
        await FillAsync(page, "Clôture", "2027-01-10T23:59:59");
        await ClickAsync(page, "Créer l’édition");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("La clôture doit suivre");

        await FillAsync(page, "Clôture", "2027-03-01T23:59:59");
        await ClickAsync(page, "Créer l’édition");
        await Assertions.Expect(page.Page.Locator("[data-edition='1']")).ToContainTextAsync("1 mars 2027");
        await Assertions.Expect(page.Page.Locator("[data-step=Grid]")).ToHaveAttributeAsync("data-state", "missing");
        Assert.Equal(new DateTime(2027, 3, 1, 22, 59, 59, DateTimeKind.Utc), await DeadlineAsync(program));

        await ClickAsync(page, "Modifier");
        await ClickAsync(page, "Annuler");
        var change = page.Page.Locator("[data-edition='1'] button", new() { HasText = "Modifier" });
        await Assertions.Expect(change).ToBeFocusedAsync();
        await ClickAsync(page, "Modifier");
        await FillAsync(page, "Mois d’accompagnement", "12");
        await ClickAsync(page, "Enregistrer");
        await Assertions.Expect(page.Page.Locator("[data-edition='1']")).ToContainTextAsync("12");
        await Assertions.Expect(page.Page.Locator(".told")).ToContainTextAsync("Édition de 2027");
        // The instant that nobody touched.
        Assert.Equal(new DateTime(2027, 3, 1, 22, 59, 59, DateTimeKind.Utc), await DeadlineAsync(program));
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/candidatures")]
    [InlineData("/evaluations")]
    [InlineData("/budgets")]
    [InlineData("/prototypes")]
    [InlineData("/tableaux/dinsic")]
    public async Task Before_the_first_edition_each_room_leads_an_administrator_to_it(string address)
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "administrator", address);
        await page.UntilInteractiveAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aucune édition pour le moment");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Créer la première édition" }).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Éditions");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Who_cannot_create_it_is_told_who_does_and_sees_the_pages_once_it_is_there()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "leadership", "/candidatures");
        await page.UntilInteractiveAsync();
        await Assertions.Expect(page.Page.Locator("[data-first-edition]")).ToContainTextAsync("L’administration");
        await Assertions.Expect(page.Page.Locator("[data-first-edition] ol")).ToHaveCountAsync(0);
        var made = await program
            .Get<RecordEdition>()
            .RunAsync(
                Viewer.Product,
                new()
                {
                    Number = 1,
                    Name = "Première",
                    OpensAt = new DateTime(2027, 1, 15, 7, 0, 0, DateTimeKind.Utc),
                    Deadline = new DateTime(2027, 3, 1, 22, 59, 59, DateTimeKind.Utc),
                },
                TestContext.Current.CancellationToken
            );
        Assert.True(made.Done);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Candidatures", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Candidatures");
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_told_and_nothing_typed_is_lost()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "administrator", "/administration/editions");
        await page.UntilInteractiveAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer une édition" }).ClickAsync();
        await FillAsync(page, "Nom", "Première");
        await FillAsync(page, "Ouverture", "2027-01-15T08:00");
        await FillAsync(page, "Clôture", "2027-03-01T23:59:59");
        await ClickAsync(page, "Créer l’édition");
        await ClickAsync(page, "Modifier");
        await FillAsync(page, "Nom", "La mienne");

        var kept = Assert.Single(await program.Get<EditionList>().RunAsync(Viewer.Product, new()));
        kept.Name = "La sienne";
        Assert.True((await program.Get<ChangeEdition>().RunAsync(Viewer.Product, kept)).Done);
        await ClickAsync(page, "Enregistrer");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("vient de modifier");
        await Assertions.Expect(page.Page.GetByLabel("Nom")).ToHaveValueAsync("La mienne");
        await ClickAsync(page, "Annuler");
        await ClickAsync(page, "Modifier");
        await Assertions.Expect(page.Page.GetByLabel("Nom")).ToHaveValueAsync("La sienne");
    }

    private static Task FillAsync(BrowserPage page, string field, string value) =>
        page.Page.GetByLabel(field, new() { Exact = true }).FillAsync(value);

    private static Task ClickAsync(BrowserPage page, string button) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static async Task<DateTime> DeadlineAsync(RunningProgram program) =>
        Assert.Single(await program.Get<EditionList>().RunAsync(Viewer.Product, new())).Deadline;
}
