using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Prototypes;

public sealed class SheetBeginningTests
{
    private static readonly Prototype Plan = new()
    {
        Edition = 2,
        Number = 200040,
        Title = "Titre gardé par le plan",
        StartsOn = new DateOnly(2026, 6, 8),
        Months = 10,
        StartedAt = new DateTime(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc),
        StartedBy = "DINSIC",
        Repository = "https://code.example.invalid/titres",
    };

    [Fact]
    public void A_sheet_begins_with_what_the_application_and_the_plan_say()
    {
        var reading = new ApplicationReading
        {
            Title = "Titres de séjour",
            Organisation = "Office",
            Ministry = "Intérieur",
            Techniques = ["Images", "Texte"],
            Summary = "Résumé",
            Benefits = "Bénéfices",
        };

        var sheet = SheetBeginning.Of(Plan, reading, new DateOnly(2026, 11, 1));

        Assert.Equal("Titres de séjour", sheet.Title);
        Assert.Equal("Office", sheet.Administration);
        Assert.Equal("Intérieur", sheet.Policy);
        Assert.Equal("Images, Texte", sheet.Domain);
        Assert.Equal("Résumé", sheet.Context);
        Assert.Equal("Bénéfices", sheet.BenefitsForPolicy);
        Assert.Equal("https://code.example.invalid/titres", sheet.SourceCode);
        Assert.Equal((new DateOnly(2026, 6, 8), new DateOnly(2027, 4, 8)), (sheet.StartedOn, sheet.EndedOn));
        Assert.Equal(SheetStatus.UnderWay, sheet.Status);
        Assert.Null(sheet.CheckDraft());
        Assert.Equal("Refusal_SheetIncomplete", sheet.CheckPublication()?.Key);
    }

    [Fact]
    public void Without_its_dossier_the_plan_s_title_stands_and_a_long_text_is_cut_to_what_a_sheet_holds()
    {
        var purged = SheetBeginning.Of(Plan, null, new DateOnly(2027, 5, 1));
        Assert.Equal("Titre gardé par le plan", purged.Title);
        Assert.Equal(SheetStatus.Finished, purged.Status);

        var reading = new ApplicationReading { Title = "T", Summary = new string('a', 10_000) };
        Assert.Null(SheetBeginning.Of(Plan, reading, new DateOnly(2026, 11, 1)).CheckDraft());
    }
}
