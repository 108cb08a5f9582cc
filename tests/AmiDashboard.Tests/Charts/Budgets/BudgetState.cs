using AmiDashboard.Applications.Figures;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>What a chart of budgets may have to show, from nothing to far too much.</summary>
internal sealed record BudgetState(string Name, BudgetFacts Facts, DateTime AsOf)
{
    public static BudgetState[] All { get; } =
    [
        new("empty", BudgetFacts.None, Mid),
        new("granted", new BudgetProgramme().Draw(SomeFacts.At(2018, 11, 25)), SomeFacts.At(2018, 11, 25)),
        new("one", new BudgetProgramme { Projects = 1, Envelope = null }.Draw(Mid), Mid),
        new("laureates", new BudgetProgramme().Draw(Mid), Mid),
        new("early", new BudgetProgramme().Draw(SomeFacts.At(2019, 1, 20)), SomeFacts.At(2019, 1, 20)),
        new("ended", new BudgetProgramme { MostDaysLate = 5 }.Draw(Late), Late),
        new(
            "programme",
            new BudgetProgramme
            {
                Projects = 21,
                Later = 15,
                Envelope = 4_000_000,
            }.Draw(Late),
            Late
        ),
        new("ministry", new BudgetProgramme { Projects = 2, Envelope = null }.Draw(Mid), Mid),
        new("hostile", Hostile.Draw(Mid), Mid),
        new("far", Far, Mid),
        new(
            "huge",
            new BudgetProgramme
            {
                Projects = 2000,
                Later = 1200,
                Envelope = 500_000_000,
                Scale = 1,
                MinistryOf = index => index % 97 == 0 ? null : $"Ministère numéro {index % 60}",
            }.Draw(Late),
            Late
        ),
        new("extreme", new BudgetProgramme { Envelope = 2_000_000, Scale = 1_000_000 }.Draw(Mid), Mid),
    ];

    public FigureScope Scope => SomeFacts.Scope(asOf: AsOf);

    private static DateTime Mid => SomeFacts.At(2019, 6, 30);

    private static DateTime Late => SomeFacts.At(2020, 3, 10);

    private static string[] Words =>
        [
            "<script>alert(1)</script>",
            "=SOMME(A1:A9)",
            "\"><img src=x onerror=alert(1)>",
            "&amp; ]]> <!-- ' \" \u0000\u0007\u202E",
            string.Concat(Enumerable.Repeat("Ministère des noms interminables ", 30)),
            new('W', 2000),
            "🦊🦊🦊 \uD83E",
            "財務省 وزارة",
            "\n\t  ",
        ];

    private static BudgetProgramme Hostile =>
        new()
        {
            Projects = 30,
            Envelope = 8_000_000,
            TitleOf = index => Words[index % Words.Length],
            MinistryOf = index => Words[(index + 2) % Words.Length],
        };

    /// <summary>Days that nobody can have meant, one cent, and nothing that follows the plan.</summary>
    private static BudgetFacts Far =>
        SomeBudgets.Facts(
            SomeBudgets
                .Project()
                .Signed(200, new DateOnly(2019, 1, 10))
                .Planned(1, 100, new DateOnly(1019, 2, 1))
                .Planned(2, 100, new DateOnly(9999, 12, 31)),
            SomeBudgets.Project(2).Entry(EntryKind.Grant, new Money(1), new DateOnly(1999, 1, 1))
        );

    public Drawing Draw(string chart, ChartStyle style) => DefinitionOf(chart).Draw(Facts, Scope, style);

    public byte[] DrawPng(string chart, ChartStyle style) => DefinitionOf(chart).DrawPng(Facts, Scope, style, scale: 1);

    public override string ToString() => Name;

    private static ChartDefinition<BudgetFacts> DefinitionOf(string chart) =>
        ChartCatalog.Budgets.Single(one => one.Name == chart);
}
