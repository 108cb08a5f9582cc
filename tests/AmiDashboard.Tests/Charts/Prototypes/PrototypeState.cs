using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>What a chart of prototypes may have to show, from nothing to far too much.</summary>
internal sealed record PrototypeState(string Name, PrototypeFacts Facts, DateTime AsOf)
{
    public static PrototypeState[] All { get; } =
    [
        new("empty", PrototypeFacts.None, Mid),
        new("begun", new PrototypeProgramme().Draw(At(1, 2)), At(1, 2)),
        new("one", new PrototypeProgramme { Projects = 1 }.Draw(Mid), Mid),
        new("laureates", new PrototypeProgramme().Draw(Mid), Mid),
        new("ended", new PrototypeProgramme { MostDaysLate = 5 }.Draw(Late), At(12, 20)),
        new("programme", new PrototypeProgramme { Projects = 21, Later = 15 }.Draw(Late), Late),
        new(
            "apart",
            new PrototypeProgramme
            {
                Projects = 12,
                Later = 6,
                YearsApart = 5,
            }.Draw(Far),
            Far
        ),
        new("bare", SomePrototypes.Facts(Project(), Project(2, ministry: null, title: " ")), Mid),
        new("hostile", Hostile.Draw(Mid), Mid),
        new("mistyped", Mistyped, Mid),
        new(
            "huge",
            new PrototypeProgramme
            {
                Projects = 2000,
                Later = 1200,
                MinistryOf = index => index % 97 == 0 ? null : $"Ministère numéro {index % 60}",
            }.Draw(Late),
            Late
        ),
    ];

    public FigureScope Scope => SomeFacts.Scope(asOf: AsOf);

    private static DateTime Mid => At(6, 28);

    private static DateTime Late => At(6, 10, 2020);

    private static DateTime Far => At(5, 10, 2024);

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

    private static PrototypeProgramme Hostile =>
        new()
        {
            Projects = 30,
            TitleOf = index => Words[index % Words.Length],
            MinistryOf = index => Words[(index + 2) % Words.Length],
        };

    /// <summary>Days that nobody can have meant.</summary>
    private static PrototypeFacts Mistyped =>
        SomePrototypes.Facts(
            Project()
                .Milestone(Day(9, 1))
                .Said(1, RevisionKind.Forecast, Day(9, 1, 2919), At(6, 1))
                .Session(SupportTrack.Technical, new Step(SessionStep.Planned, Day(9, 1, 2919), 720, Day(6, 1))),
            Project(2).Milestone(Day(2, 1)).Milestone(Day(9, 1), 10, 1).Reached(1, Day(2, 1))
        );

    public Drawing Draw(string chart, ChartStyle style) => DefinitionOf(chart).Draw(Facts, Scope, style);

    public byte[] DrawPng(string chart, ChartStyle style) => DefinitionOf(chart).DrawPng(Facts, Scope, style, scale: 1);

    public override string ToString() => Name;

    private static ChartDefinition<PrototypeFacts> DefinitionOf(string chart) =>
        ChartCatalog.Prototypes.Single(one => one.Name == chart);
}
