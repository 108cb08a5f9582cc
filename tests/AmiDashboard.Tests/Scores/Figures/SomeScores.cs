using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Figures;

/// <summary>Facts of scores as small as a test needs them: applications are numbers, so are reviewers. Days are of 2018, in Paris.</summary>
internal static class SomeScores
{
    public static readonly DateOnly Due = new(2018, 10, 12);

    public static readonly ImmutableArray<CriterionFact> Criteria =
    [
        new(1, "Bénéfices potentiels internes et externes pour l’action publique", "Bénéfices", 1),
        new(2, "Pertinence technique du projet", "Pertinence technique", 1),
        new(3, "Composition de l’équipe d’agents publics impliqués", "Équipe", 1),
        new(4, "Existence et accessibilité des données nécessaires", "Données", 1),
        new(5, "Prise en compte des risques éthiques", "Risques éthiques", 1),
    ];

    /// <summary>Nothing but applications, two criteria and a scale of five points by halves.</summary>
    public static ScoreFacts Of(params int[] applications) =>
        new()
        {
            Edition = SomeFacts.First,
            Scale = Scale.FiveByHalves,
            LeastReviewers = 3,
            Places = 2,
            ReviewsDueOn = Due,
            Criteria = [.. Criteria.Take(2)],
            Applications = applications.ToImmutableDictionary(number => number, number => Application(number)),
            Titles = applications.ToImmutableDictionary(number => number, number => $"Projet {number}"),
            Reviewers = Enumerable.Range(1, 30).ToImmutableDictionary(id => id, id => $"Personne {id}"),
        };

    public static ApplicationFact Application(int number, string? ministry = null) =>
        SomeFacts.One(SomeFacts.At(2018, 9, 10), ministry: ministry) with
        {
            Id = number,
            Number = number,
        };

    public static FigureScope Scope(DateTime? asOf = null, ApplicationFilter? filter = null) =>
        SomeFacts.Scope(filter ?? new() { Edition = 1 }, asOf);

    /// <summary>At noon.</summary>
    public static DateTime At(int month, int day, int hour = 12) => SomeFacts.At(2018, month, day, hour);

    public static AssignmentFact Assigned(int application, int reviewer, DateTime at, DateTime? ended = null) =>
        new(application, reviewer, at, ended);

    /// <param name="points">Null for « cannot judge ».</param>
    public static SubmissionFact Submitted(
        int application,
        int reviewer,
        DateTime at,
        DateTime? reopened = null,
        params double?[] points
    ) =>
        new(
            application,
            reviewer,
            at,
            reopened,
            [.. points.Select(one => one is { } given ? Score.FromPoints((decimal)given) : (Score?)null)]
        );

    public static RankedApplication Ranked(int number, int? rank, int? raw = null, params double?[] means) =>
        new()
        {
            Number = number,
            Reviews = 3,
            Mean = rank is null ? null : 4,
            AdjustedMean = rank is null ? null : 4.125,
            Rank = raw ?? rank,
            AdjustedRank = rank,
            IsComplete = true,
            Spread = .5,
            CriterionMeans = [.. means],
            AdjustedCriterionMeans = [.. means],
        };

    public static ScoreFacts With(this ScoreFacts facts, params RankedApplication[] rows) =>
        facts with
        {
            Ranking = new Ranking([1, 1], [.. rows], 1),
        };

    public static RankIntervals Intervals(params (int Number, int Best, int Worst)[] intervals) =>
        new(
            intervals.ToImmutableDictionary(one => one.Number, one => new RankInterval(one.Best, one.Worst)),
            1000,
            1,
            .9
        );
}
