using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>What a chart of scores may have to show, from nothing to far too much.</summary>
internal sealed record ScoreState(string Name, ScoreProgramme Programme, DateTime AsOf)
{
    public static ScoreState[] All { get; } =
    [
        new("empty", new() { Applications = 0, Reviewers = 0 }, Mid),
        new(
            "assigned",
            new()
            {
                Applications = 52,
                Reviewers = 18,
                Submitted = 0,
            },
            SomeScores.At(9, 25)
        ),
        new(
            "one",
            new()
            {
                Applications = 1,
                Reviewers = 1,
                Each = (1, 1),
                HasIntervals = false,
            },
            Late
        ),
        new(
            "mid",
            new()
            {
                Applications = 52,
                Reviewers = 18,
                Submitted = .78,
                HasIntervals = false,
            },
            Mid
        ),
        new("sure", new() { Applications = 52, Reviewers = 18 }, Late),
        new(
            "finished",
            new()
            {
                Applications = 52,
                Reviewers = 18,
                IsDecided = true,
            },
            Late
        ),
        new(
            "missing",
            new()
            {
                Applications = 12,
                Reviewers = 6,
                Unscored = 2,
                Agreement = (-.12, null, .97),
            },
            Late
        ),
        new(
            "twenty",
            new()
            {
                Applications = 46,
                Reviewers = 12,
                Scale = Scale.TwentyByOnes,
                Places = 15,
            },
            Late
        ),
        new("hostile", Hostile, Late),
        new(
            "huge",
            new()
            {
                Applications = 2000,
                Reviewers = 60,
                Each = (5, 5),
                Places = 300,
            },
            Late
        ),
    ];

    private static DateTime Mid => SomeScores.At(10, 8);

    private static DateTime Late => SomeScores.At(10, 20);

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

    private static ScoreProgramme Hostile =>
        new()
        {
            Applications = 40,
            Reviewers = 12,
            IsDecided = true,
            TitleOf = index => Words[index % Words.Length],
            NameOf = index => Words[(index + 2) % Words.Length],
            Criteria =
            [
                .. Words
                    .Where(word => !string.IsNullOrWhiteSpace(word))
                    .Select((word, index) => new CriterionFact(index, word, word[..Math.Min(40, word.Length)], 1)),
            ],
        };

    public ScoreFacts Facts { get; } = Programme.Draw();

    /// <summary>The profile is that of one application; other charts show all.</summary>
    public FigureScope ScopeOf(string chart)
    {
        var isOne = chart == "application-profile" && !Facts.Applications.IsEmpty;
        var number = isOne ? Facts.Applications.Keys.Order().ElementAt(Facts.Applications.Count / 3) : 0;
        return SomeScores.Scope(AsOf, new() { Edition = 1, Numbers = isOne ? NumberSet.Of(number) : null });
    }

    /// <summary>The catalogue's chart; that of severities takes them as drawn, since no model was fitted.</summary>
    public Drawing Draw(string chart, ChartStyle style) => DefinitionOf(chart).Draw(Facts, ScopeOf(chart), style);

    public byte[] DrawPng(string chart, ChartStyle style) =>
        DefinitionOf(chart).DrawPng(Facts, ScopeOf(chart), style, scale: 1);

    public override string ToString() => Name;

    private ChartDefinition<ScoreFacts> DefinitionOf(string chart)
    {
        var definition = ChartCatalog.Scores.Single(one => one.Name == chart);
        return chart != "reviewer-severity"
            ? definition
            : new(
                chart,
                definition.Right,
                definition.HeightAt,
                (facts, scope, style) =>
                    ReviewerSeverityChart.Compose(
                        ReviewerSeverities.Of(facts, scope, Programme.Severities(facts)),
                        style
                    )
            );
    }
}
