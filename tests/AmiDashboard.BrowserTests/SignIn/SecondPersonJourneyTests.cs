using AmiDashboard.Api;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.People;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>A profile that pays is proposed by one administrator and confirmed by another, each on the page of people.</summary>
public sealed class SecondPersonJourneyTests(RunningApplication app)
{
    [Fact]
    public async Task One_administrator_proposes_and_another_is_told_and_confirms()
    {
        await using var program = await RunningProgram.StartAsync();
        var second = await program.ViewerAsync("dinsic2");
        var appointed = await program
            .Get<GrantEntitlement>()
            .RunAsync(
                Viewer.Product,
                new(second.PersonId, Profile.Administrator, Perimeter.Everything),
                TestContext.Current.CancellationToken
            );
        Assert.True(appointed.Done);
        await using var colleague = await app.SignInAsync(program, "nobody", "/aide");

        await using var first = await app.SignInAsync(program, "administrator", "/administration/personnes");
        var card = first.Page.Locator(".person", new() { HasText = "nobody@" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Attribuer un droit" }).ClickAsync();
        await card.GetByLabel("Profil").SelectOptionAsync("Cdc");
        await Assertions.Expect(card).ToContainTextAsync("Ce profil est donné à deux");
        await card.GetByRole(AriaRole.Button, new() { Name = "Attribuer", Exact = true }).ClickAsync();
        var waiting = first.Page.Locator(".guarded [data-state=Waiting]");
        await Assertions.Expect(waiting).ToContainTextAsync("proposé le");
        await Assertions.Expect(waiting.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await Assertions.Expect(card).ToContainTextAsync("Aucun droit.");
        await colleague.GoAsync("/aide");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Aucun droit ne vous est attribué");

        await using var other = await app.SignInAsync(program, "dinsic2", "/");
        await other.Page.Locator("[data-awaits=Proposals]").ClickAsync();
        await other
            .Page.Locator(".guarded [data-state=Waiting]")
            .GetByRole(AriaRole.Button, new() { Name = "Confirmer" })
            .ClickAsync();
        await Assertions
            .Expect(other.Page.Locator(".person", new() { HasText = "nobody@" }))
            .ToContainTextAsync("Caisse des dépôts");
        await Assertions
            .Expect(other.Page.Locator(".guarded [data-state=Confirmed]").First)
            .ToContainTextAsync("confirmé le");
        await colleague.GoAsync("/aide");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Aide");
        Assert.Empty(first.Complaints);
        Assert.Empty(other.Complaints);
    }
}
