using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// How the envelope comes down to what is paid: the sums of the scope's editions, and what each step leaves behind.
/// </summary>
/// <param name="HasEnvelope">
/// Whether the sums are those of whole editions: an envelope against some of its projects would say that the rest is free.
/// </param>
/// <param name="Editions">Those of the projects in scope, and those that have an envelope.</param>
/// <param name="Steps">From the envelope, or else from what is granted, down to what is paid; every step is there.</param>
public sealed record EnvelopeWaterfall(
    FigureScope Scope,
    bool HasEnvelope,
    ImmutableArray<EditionSums> Editions,
    Posting Sum,
    ImmutableArray<EnvelopeStep> Steps
)
{
    public static EnvelopeWaterfall Of(BudgetFacts facts, FigureScope scope)
    {
        ProjectStanding[] standings = [.. ProjectStanding.Of(facts, scope)];
        var day = ParisTime.DayOf(scope.AsOf);
        var isWhole = IsWhole(facts, scope, standings);
        var projects = standings.ToLookup(one => one.Project.Edition);
        EditionSums[] editions =
        [
            .. projects
                .Where(group => group.Any(one => one.HasMoney))
                .Select(group => group.Key)
                .Union(isWhole ? facts.Editions.Keys.Where(number => IsMeant(number, scope)) : [])
                .Order()
                .Select(number =>
                    EditionSums.Of(number, projects[number], isWhole ? facts : BudgetFacts.None, scope, day)
                )
                .Where(edition => edition.Sum != Posting.Nothing),
        ];
        var sum = editions.Aggregate(Posting.Nothing, (before, edition) => before + edition.Sum);
        var hasEnvelope = sum.Envelope != Money.Zero;
        return new(scope, hasEnvelope, [.. editions], sum, [.. StepsOf(sum, hasEnvelope, standings, scope)]);
    }

    /// <summary>Whether the scope means whole editions, of which the facts hold the envelopes.</summary>
    internal static bool IsWhole(BudgetFacts facts, FigureScope scope, IEnumerable<ProjectStanding> standings) =>
        scope.Filter.IsOfWholeEditions && standings.All(one => facts.Editions.ContainsKey(one.Project.Edition));

    private static bool IsMeant(int edition, FigureScope scope) => (scope.Filter.Edition ?? edition) == edition;

    private static IEnumerable<EnvelopeStep> StepsOf(
        Posting sum,
        bool hasEnvelope,
        ProjectStanding[] standings,
        FigureScope scope
    )
    {
        if (hasEnvelope)
        {
            yield return new(EnvelopeStepKind.Envelope, sum.Envelope, null);
            yield return new(EnvelopeStepKind.Left, sum.Left, null);
            yield return new(EnvelopeStepKind.Fees, sum.Fees, null);
        }

        yield return Step(EnvelopeStepKind.Granted, balance => balance.Granted);
        yield return Step(EnvelopeStepKind.ToCommit, balance => balance.Granted - balance.Committed);
        yield return Step(EnvelopeStepKind.Committed, balance => balance.Committed);
        yield return Step(EnvelopeStepKind.ToContract, balance => balance.Committed - balance.Contracted);
        yield return Step(EnvelopeStepKind.Contracted, balance => balance.Contracted);
        yield return Step(EnvelopeStepKind.Remaining, balance => balance.Remaining);
        yield return Step(EnvelopeStepKind.Paid, balance => balance.Paid);

        EnvelopeStep Step(EnvelopeStepKind kind, Func<Posting, Money> amount) =>
            new(
                kind,
                amount(sum),
                ProjectSet.Of(
                    scope,
                    standings.Where(one => amount(one.Balance) != Money.Zero).Select(one => one.Number)
                )
            );
    }
}

/// <summary>What an edition's envelope is, and what its projects in scope took of it.</summary>
/// <param name="Sum">Envelope and fees are zero where the viewer does not see the whole edition.</param>
public sealed record EditionSums(int Edition, string Name, Posting Sum, ProjectSet Projects)
{
    internal static EditionSums Of(
        int edition,
        IEnumerable<ProjectStanding> standings,
        BudgetFacts facts,
        FigureScope scope,
        DateOnly day
    )
    {
        ProjectStanding[] projects = [.. standings.Where(one => one.HasMoney)];
        var whole = facts.Editions.GetValueOrDefault(edition)?.Balances.At(day, knownOn: day) ?? Posting.Nothing;
        var sum = projects.Aggregate(Posting.Nothing, (before, one) => before + one.Balance);
        return new(
            edition,
            EditionNames.Of(edition, facts, scope),
            sum with
            {
                Envelope = whole.Envelope,
                Fees = whole.Fees,
            },
            ProjectSet.Of(
                scope with
                {
                    Filter = scope.Filter with { Edition = edition },
                },
                projects.Select(one => one.Number)
            )
        );
    }
}

/// <param name="Projects">Those of which the amount is a sum; null for what belongs to the envelope as a whole.</param>
public sealed record EnvelopeStep(EnvelopeStepKind Kind, Money Amount, ProjectSet? Projects)
{
    /// <summary>Whether it is what the step above leaves behind, rather than a sum that goes on.</summary>
    public bool IsLoss =>
        Kind
            is EnvelopeStepKind.Left
                or EnvelopeStepKind.Fees
                or EnvelopeStepKind.ToCommit
                or EnvelopeStepKind.ToContract
                or EnvelopeStepKind.Remaining;
}

/// <summary>In the order of the waterfall.</summary>
public enum EnvelopeStepKind
{
    Envelope,

    /// <summary>Envelope less grants and fees.</summary>
    Left,

    Fees,

    Granted,

    /// <summary>Granted less committed.</summary>
    ToCommit,

    Committed,

    /// <summary>Committed less contracted.</summary>
    ToContract,

    Contracted,

    /// <summary><em>Reste à décaisser</em>.</summary>
    Remaining,

    Paid,
}
