using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Storage.Scores;

/// <summary>One edition's scores as of one version of the data, with the ranking that they make. Immutable.</summary>
internal sealed record EditionScores
{
    /// <summary>Draws of the bootstrap, and where its random numbers start: the same data give the same intervals.</summary>
    public const int Draws = 1000;
    public const int Seed = 2018;

    public required long Version { get; init; }

    public required StoredScores Stored { get; init; }

    public required EditionDates Edition { get; init; }

    public required ImmutableDictionary<int, ApplicationFact> Applications { get; init; }

    public required ScoreModel Model { get; init; }

    public required Ranking Ranking { get; init; }

    public required Agreement Agreement { get; init; }

    public RankIntervals? Intervals { get; init; }

    public static EditionScores Of(
        long version,
        StoredScores stored,
        EditionDates edition,
        IEnumerable<ApplicationFact> applications
    )
    {
        var byNumber = applications
            .Where(fact => fact.Edition == edition.Number)
            .ToImmutableDictionary(fact => fact.Number);
        var table = ScoreTable.Of(
            stored
                .Submissions.Values.SelectMany(submissions => submissions)
                .Where(submission =>
                    submission.ReopenedAt is null
                    && byNumber.GetValueOrDefault(submission.Application) is { } fact
                    && ReviewRules.IsRanked(fact.Stage)
                )
                .Select(submission => new GivenScores(
                    submission.Application,
                    submission.Reviewer,
                    [.. submission.Scores.Select(score => (double?)score?.Points)]
                )),
            stored.Grid.Criteria.Count
        );
        ImmutableArray<double> weights = [.. stored.Grid.Criteria.Select(criterion => (double)criterion.Weight)];
        var model = ScoreModel.Fit(table, stored.Grid.Shrinkage);
        return new EditionScores
        {
            Version = version,
            Stored = stored,
            Edition = edition,
            Applications = byNumber,
            Model = model,
            Ranking = model.Rank(weights),
            Agreement = Agreement.Of(table, weights),
        };
    }

    /// <summary>
    /// The same as one knew at an instant (UTC): what was submitted and not reopened, the weights and the stages of then,
    /// the acts that were closed. With its intervals: the past is drawn once, and does not change under anybody's eyes.
    /// </summary>
    public EditionScores At(DateTime asOf, CancellationToken cancellation)
    {
        var past = Of(
            Version,
            Stored with
            {
                Grid = PastGrid.Of(Stored.Grid, asOf),
                Assignments = [.. Stored.Assignments.Where(one => one.AssignedAt <= asOf)],
                Submissions = Stored.Submissions.ToImmutableDictionary(
                    pair => pair.Key,
                    pair =>
                        pair.Value.Where(one => one.SubmittedAt <= asOf)
                            .Select(one => Then(one, asOf))
                            .ToImmutableArray()
                ),
                Verdicts = [.. Stored.Verdicts.Where(one => one.At <= asOf)],
            },
            Edition,
            Applications.Values.Select(fact => fact.At(asOf)).OfType<ApplicationFact>()
        );
        return past with { Intervals = past.Bootstrap(cancellation) };
    }

    /// <summary>A submission that was reopened later still counted.</summary>
    private static SubmissionFact Then(SubmissionFact submission, DateTime asOf) =>
        submission.ReopenedAt > asOf ? submission with { ReopenedAt = null } : submission;

    /// <summary>A thousand draws: seconds of one core for a large edition.</summary>
    public RankIntervals Bootstrap(CancellationToken cancellation) =>
        RankBootstrap.Run(Model.Table, Ranking.Weights, Stored.Grid.Shrinkage, Draws, Seed, cancellation: cancellation);

    /// <summary>With every score and every name: for managers of reviews alone.</summary>
    public ScoreFacts ToFacts() =>
        new()
        {
            Edition = Edition,
            Scale = Stored.Grid.Scale,
            LeastReviewers = Stored.Grid.LeastReviewers,
            Places = Stored.Grid.Places,
            ReviewsDueOn = Stored.Grid.ReviewsDueOn,
            Criteria =
            [
                .. Stored.Grid.Criteria.Select(criterion => new CriterionFact(
                    criterion.Id,
                    criterion.Label,
                    criterion.ShortName,
                    criterion.Weight
                )),
            ],
            Applications = Applications,
            Titles = Stored.Titles,
            Assignments = Stored.Assignments,
            Submissions = [.. Stored.Submissions.Values.SelectMany(submissions => submissions)],
            Reviewers = Stored.Reviewers.ToImmutableDictionary(reviewer => reviewer.Id, reviewer => reviewer.Name),
            Model = Model,
            Ranking = Ranking,
            Intervals = Intervals,
            Agreement = Agreement,
            Verdicts = Stored
                .Verdicts.GroupBy(one => one.Number)
                .ToImmutableDictionary(group => group.Key, group => group.Last().Verdict),
        };
}
