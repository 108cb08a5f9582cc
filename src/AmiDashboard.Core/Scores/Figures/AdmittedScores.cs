using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>What a scope admits of the facts: the applications its filter means, as they stood at its instant.</summary>
internal sealed class AdmittedScores
{
    private readonly ScoreFacts facts;
    private readonly FigureScope scope;
    private readonly HashSet<int> numbers;

    public AdmittedScores(ScoreFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        (this.facts, this.scope) = (facts, scope);
        numbers = [.. scope.Admitted(facts.Applications.Values).Select(fact => fact.Number)];
    }

    public IReadOnlySet<int> Numbers => numbers;

    /// <summary>Those that count at the scope's instant.</summary>
    public IEnumerable<SubmissionFact> Counting =>
        facts.Submissions.Where(submission =>
            numbers.Contains(submission.Application) && submission.CountsAt(scope.AsOf)
        );

    /// <summary>Each review that was ever asked for or submitted, by application and reviewer.</summary>
    public IEnumerable<AskedReview> Asked()
    {
        var assignments = facts.Assignments.ToLookup(one => (one.Application, one.Reviewer));
        var submissions = facts.Submissions.ToLookup(one => (one.Application, one.Reviewer));
        return assignments
            .Select(group => group.Key)
            .Union(submissions.Select(group => group.Key))
            .Where(key => numbers.Contains(key.Application))
            .Select(key => new AskedReview(
                key.Application,
                key.Reviewer,
                [.. assignments[key]],
                [.. submissions[key]]
            ));
    }

    public ApplicationSet Set(IEnumerable<int> applications) => ApplicationSet.Of(facts.Edition.Number, applications);
}
