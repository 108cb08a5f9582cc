using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>What a chart of trials, risks or readiness may have to show, from nothing to far too much.</summary>
internal sealed record TrialState(string Name, PrototypeFacts Facts, DateTime AsOf)
{
    public static TrialState[] All { get; } =
    [
        new("empty", PrototypeFacts.None, Late),
        new("begun", new TrialProgramme().Draw(), At(1, 20)),
        new("one", new TrialProgramme { Prototypes = 1 }.Draw(), Late),
        new("laureates", new TrialProgramme().Draw(), Late),
        new("early", new TrialProgramme().Draw(), At(6, 15)),
        new("programme", new TrialProgramme { Prototypes = 21 }.Draw(), Late),
        new("hostile", Hostile.Draw(), Late),
        new("far", Far, Late),
        new("huge", new TrialProgramme { Prototypes = 600 }.Draw(), Late),
    ];

    public FigureScope Scope => SmallPrototype.Scope(AsOf);

    private static DateTime Late => At(9, 20);

    private static string[] Words =>
        [
            "<script>alert(1)</script>",
            "=SOMME(A1:A9)",
            "\"><img src=x onerror=alert(1)>",
            "&amp; ]]> <!-- ' \" \u0000\u0007\u202E",
            string.Concat(Enumerable.Repeat("Projet au nom interminable ", 30)),
            new('W', 2000),
            "🦊🦊🦊 \uD83E",
            "財務省 وزارة",
            "\n\t  ",
        ];

    private static TrialProgramme Hostile =>
        new()
        {
            Prototypes = 9,
            TitleOf = index => Words[index % Words.Length],
            DangerOf = index => Words[(index + 3) % Words.Length],
        };

    /// <summary>Days that nobody can have meant, as many people as there may be, and the ends of the scale.</summary>
    private static PrototypeFacts Far =>
        SmallPrototype.Facts(
            Prototype(1)
                .Tried(
                    new DateOnly(1019, 2, 1),
                    100_000,
                    Audience.Citizens,
                    Result(1, 0, [1, 0, 0, 0, 0], Answer(0)),
                    At(5, 1)
                )
                .WillTry(new DateOnly(9999, 12, 31), 100_000)
                .Proved(ReadinessLevel.ReadyForRollOut, At(5, 1)),
            Prototype(2)
                .Tried(Day(6, 1), 1, result: Result(1, 1, [0, 0, 0, 0, 1], Answer(100), Answer(100)))
                .Reported(8, Weather.Storm, At(9, 1), new Risk("Tout", 4, 4, null), new Risk("Rien", 1, 1, null))
        );

    public Drawing Draw(string chart, ChartStyle style) => DefinitionOf(chart).Draw(Facts, Scope, style);

    public byte[] DrawPng(string chart, ChartStyle style) => DefinitionOf(chart).DrawPng(Facts, Scope, style, scale: 1);

    public override string ToString() => Name;

    private static ChartDefinition<PrototypeFacts> DefinitionOf(string chart) =>
        ChartCatalog.Prototypes.Single(one => one.Name == chart);
}
