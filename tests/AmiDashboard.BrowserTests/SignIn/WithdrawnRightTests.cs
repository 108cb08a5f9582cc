using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>A page that is open when a right changes does not stay what it was.</summary>
public sealed class WithdrawnRightTests(RunningApplication app)
{
    [Fact]
    public async Task Withdrawing_a_persons_only_right_closes_their_open_pages()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "ditp", "/aide");
        await WithdrawAsync(program, "ditp");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aucun droit ne vous est attribué");
        Assert.Equal("/acces", new Uri(page.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task An_administrator_withdraws_a_right_on_the_page_of_people_and_grants_it_again()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var colleague = await app.SignInAsync(program, "cdc", "/aide");
        await using var page = await app.SignInAsync(program, "administrator", "/administration/personnes");
        var card = page.Page.Locator(".person", new() { HasText = "cdc@" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirmer le retrait" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Aucun droit.");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Aucun droit ne vous est attribué");

        await card.GetByRole(AriaRole.Button, new() { Name = "Attribuer un droit" }).ClickAsync();
        await card.GetByLabel("Profil").SelectOptionAsync("Cdc");
        await card.GetByRole(AriaRole.Button, new() { Name = "Attribuer", Exact = true }).ClickAsync();
        await Assertions.Expect(card.Locator(".entitlements")).ToContainTextAsync("toutes les candidatures");
        await colleague.GoAsync("/aide");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Aide");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_removed()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "administrator", "/administration/personnes");
        var card = page.Page.Locator(".person", new() { HasText = "administrator@" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirmer le retrait" }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync("dernière personne");
    }

    [Fact]
    public async Task A_cookie_of_somebody_the_database_does_not_know_signs_in_again()
    {
        await using var program = await RunningProgram.StartAsync();
        using var client = await program.NewClientAsync("dinsic");
        var store = program.Services.GetRequiredService<Storage.DatabaseSettings>();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(store.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM person";
            await command.ExecuteNonQueryAsync();
        }

        using var response = await client.GetAsync("/aide");
        Assert.Contains("Choisir une identité", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task WithdrawAsync(RunningProgram program, string persona)
    {
        var people = await program
            .Services.GetRequiredService<PersonList>()
            .RunAsync(Viewer.Product, new PersonList.Query());
        var person = people.Single(person => person.Email!.StartsWith($"{persona}@", StringComparison.Ordinal));
        var outcome = await program
            .Services.GetRequiredService<WithdrawEntitlement>()
            .RunAsync(Viewer.Product, new(person.Id, person.Entitlements[0].Id));
        Assert.True(outcome.Done);
    }
}
