using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts;

/// <summary>What a chart may have to show, from nothing to far too much.</summary>
/// <param name="HasHostileText">Ministries and techniques try to become markup, formulas or a page of text.</param>
public sealed record ChartState(string Name, ApplicationFact[] Facts, FigureScope Scope, bool HasHostileText = false)
{
    public static ChartState[] All { get; } =
    [
        new("empty", [], SomeFacts.Scope()),
        new(
            "one",
            [
                SomeFacts.One(
                    SomeFacts.At(2018, 9, 10),
                    ministry: "Ministère de la Culture",
                    techniques: ["Vision par ordinateur"],
                    stages: new DatedStage(Stage.Eligible, SomeFacts.At(2018, 9, 14))
                ),
            ],
            SomeFacts.Scope()
        ),
        new("edition", [.. SomeFacts.Of(52, SomeFacts.First, 1)], SomeFacts.Scope(new() { Edition = 1 })),
        new("programme", SomeFacts.Programme(), SomeFacts.Scope()),
        new("open", SomeFacts.Programme(), SomeFacts.Scope(new() { Edition = 2 }, SomeFacts.At(2019, 3, 20, 15))),
        new("hostile", [.. Hostile()], SomeFacts.Scope(), HasHostileText: true),
        new(
            "huge",
            [.. SomeFacts.Of(54_000, SomeFacts.First, 3), .. SomeFacts.Of(46_000, SomeFacts.Second, 4)],
            SomeFacts.Scope()
        ),
    ];

    public override string ToString() => Name;

    private static IEnumerable<ApplicationFact> Hostile()
    {
        string[] words =
        [
            "<script>alert(1)</script>",
            "=SOMME(A1:A9)",
            "\"><img src=x onerror=alert(1)>",
            "&amp; ]]> <!-- ' \" \u0000\u0007\u202E",
            string.Concat(Enumerable.Repeat("Ministère des noms interminables ", 182))[..6000],
            new('W', 6000),
            "🦊🦊🦊 \uD83E",
            "財務省 وزارة",
            "\n\t  ",
        ];
        for (var index = 0; index < 60 * 3; index++)
        {
            var word = words.ElementAtOrDefault(index % 60) ?? $"Ministère numéro {index % 60}";
            yield return SomeFacts.One(
                SomeFacts.At(2018, 6, 14).AddHours(index * 12),
                edition: 1 + (index % 2),
                ministry: word,
                techniques: [word, "Optimisation"]
            ) with
            {
                Number = index,
            };
        }
    }
}
