using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Figures;

/// <summary>A whole edition's reviews, drawn at random from a fixed seed; its ranking is plausible, not computed by the model.</summary>
internal sealed record ScoreProgramme
{
    private static readonly string[] Titles =
    [
        "Détecter les fausses déclarations de nuisances aériennes",
        "Orienter les demandes des usagers vers le bon service",
        "Repérer les contrôles sanitaires prioritaires dans la restauration",
        "Suivre les modifications du plan cadastral par l’image satellite",
        "Assister les juristes dans la recherche de jurisprudence administrative",
        "Prédire les tensions d’approvisionnement en médicaments",
        "Cartographier les zones humides",
        "Répondre aux questions des agents sur la réglementation du temps de travail",
        "Anonymiser les décisions de justice",
        "Prévoir la fréquentation des guichets",
    ];

    private static readonly string[] Names =
    [
        "Camille Aubert",
        "Nadia Benali",
        "Paul Carpentier",
        "Sophie de La Rochefoucauld-Montbel",
        "Éric Élie",
        "Fatou Faye",
        "Gaël Guillou",
        "Hélène Huet",
        "Inès Imbert",
        "Jean-Baptiste Joly",
    ];

    public required int Applications { get; init; }

    public required int Reviewers { get; init; }

    /// <summary>Reviewers of each application, from the first to the second.</summary>
    public (int Least, int Most) Each { get; init; } = (3, 5);

    /// <summary>Share of the reviews that is submitted.</summary>
    public double Submitted { get; init; } = 1;

    public Scale Scale { get; init; } = Scale.FiveByHalves;

    public int Places { get; init; } = 6;

    public bool HasIntervals { get; init; } = true;

    public bool IsDecided { get; init; }

    /// <summary>As measured: the three of <see cref="AgreementFigure"/>.</summary>
    public (double? One, double? Mean, double? Alpha) Agreement { get; init; } = (.48, .81, .62);

    /// <summary>Position of a criterion that nobody scored.</summary>
    public int? Unscored { get; init; }

    public ImmutableArray<CriterionFact> Criteria { get; init; } = SomeScores.Criteria;

    public Func<int, string> TitleOf { get; init; } = index => Titles[index % Titles.Length];

    public Func<int, string> NameOf { get; init; } =
        index => index < Names.Length ? Names[index] : $"{Names[index % Names.Length]} {(index / Names.Length) + 1}";

    public double SeverityOf(int reviewer) => Math.Sin(reviewer * 1.7) * .06 * (double)Scale.Most.Points;

    public ImmutableArray<ReviewerSeverity> Severities(ScoreFacts facts) =>
        [
            .. facts
                .Submissions.GroupBy(one => one.Reviewer)
                .Select(group => new ReviewerSeverity(group.Key, SeverityOf(group.Key), group.Count())),
        ];

    public ScoreFacts Draw(int seed = 1)
    {
        var random = new Random(seed);
        var assignments = ImmutableArray.CreateBuilder<AssignmentFact>();
        var submissions = ImmutableArray.CreateBuilder<SubmissionFact>();
        for (var index = 0; index < Applications; index++)
        {
            var merit = random.NextDouble();
            var count = random.Next(Each.Least, Each.Most + 1);
            foreach (var reviewer in Enumerable.Range(0, Reviewers).OrderBy(_ => random.Next()).Take(count))
            {
                assignments.Add(new(NumberOf(index), reviewer, SomeScores.At(9, 24, 9), null));
                var at = SomeScores.At(9, 25).AddDays(18 * Math.Pow(random.NextDouble(), .6));
                if (random.NextDouble() < Submitted)
                {
                    var scores = Criteria.Select((_, at) => at == Unscored ? null : ScoreOf(merit, reviewer, random));
                    submissions.Add(new(NumberOf(index), reviewer, at, null, [.. scores]));
                }
            }
        }

        int[] numbers = [.. Enumerable.Range(0, Applications).Select(NumberOf)];
        var facts = SomeScores.Of(numbers) with
        {
            Scale = Scale,
            Places = Places,
            Criteria = Criteria,
            Titles = numbers.Index().ToImmutableDictionary(one => one.Item, one => TitleOf(one.Index)),
            Reviewers = Enumerable.Range(0, Reviewers).ToImmutableDictionary(id => id, NameOf),
            Assignments = assignments.ToImmutable(),
            Submissions = submissions.ToImmutable(),
        };
        return submissions.Count == 0 ? facts : Ranked(facts);
    }

    private static int NumberOf(int index) => 100_001 + index;

    private Score? ScoreOf(double merit, int reviewer, Random random)
    {
        var most = (double)Scale.Most.Points;
        var points = (most * (.35 + (.5 * merit))) - SeverityOf(reviewer) + (most * .25 * (random.NextDouble() - .5));
        var step = (double)Scale.Step.Points;
        var level = Math.Clamp(Math.Round(points / step) * step, 0, most);
        return random.Next(40) == 0 ? null : Score.FromPoints((decimal)level);
    }

    private ScoreFacts Ranked(ScoreFacts facts)
    {
        RankedApplication[] rows =
        [
            .. facts.Submissions.GroupBy(one => one.Application).Select(group => RowOf(group.Key, [.. group])),
        ];
        var raw = rows.Select(row => row.Mean!.Value).OrderDescending().ToList();
        var adjusted = rows.Select(row => row.AdjustedMean!.Value).OrderDescending().ToList();
        rows =
        [
            .. rows.Select(row =>
                row with
                {
                    Rank = raw.IndexOf(row.Mean!.Value) + 1,
                    AdjustedRank = adjusted.IndexOf(row.AdjustedMean!.Value) + 1,
                }
            ),
        ];
        return facts with
        {
            Ranking = new Ranking(facts.Weights, [.. rows], 1),
            Intervals = HasIntervals
                ? SomeScores.Intervals([.. rows.Select(row => IntervalOf(row, rows.Length))])
                : null,
            Agreement =
                rows.Length < 2
                    ? new(null, null, null, 1, 1, 1, [])
                    : new(Agreement.One, Agreement.Mean, Agreement.Alpha, 3.9, rows.Length, Reviewers, []),
            Verdicts = IsDecided
                ? rows.ToImmutableDictionary(row => row.Number, row => VerdictOf(row.AdjustedRank!.Value))
                : facts.Verdicts,
        };
    }

    private RankedApplication RowOf(int number, SubmissionFact[] submissions)
    {
        double?[] means =
        [
            .. Criteria.Select((_, index) => submissions.Average(one => (double?)one.Scores[index]?.Points)),
        ];
        var mean = means.Average() ?? 0;
        return new RankedApplication
        {
            Number = number,
            Reviews = submissions.Length,
            Mean = mean,
            AdjustedMean = mean + submissions.Average(one => SeverityOf(one.Reviewer)),
            IsComplete = means.All(one => one is not null),
            Spread = submissions.Length < 2 ? null : .4,
            CriterionMeans = [.. means],
            AdjustedCriterionMeans = [.. means],
        };
    }

    private static (int Number, int Best, int Worst) IntervalOf(RankedApplication row, int count)
    {
        var rank = row.AdjustedRank!.Value;
        // Ranks are surest at both ends.
        var wide = (int)Math.Round(1 + (.35 * Math.Min(rank - 1, count - rank)));
        return (row.Number, Math.Max(1, rank - wide), Math.Min(count, rank + wide));
    }

    private Verdict VerdictOf(int rank) =>
        rank <= Places ? Verdict.Laureate
        : rank <= Places + 4 ? Verdict.ReserveList
        : Verdict.NotSelected;
}
