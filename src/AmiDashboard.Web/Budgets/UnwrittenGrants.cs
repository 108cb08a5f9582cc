using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Web.Budgets;

/// <summary>What SGPI decided and signed of an edition, and the ledger does not have.</summary>
public sealed record UnwrittenGrants(int Count, Money Sum)
{
    public static readonly UnwrittenGrants None = new(0, Money.Zero);

    public static async Task<UnwrittenGrants> OfAsync(
        Viewer viewer,
        int edition,
        BudgetFacts facts,
        SessionList sessions,
        SessionSheet sheet
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(sheet);
        var last = (await sessions.RunAsync(viewer, new(edition))).FirstOrDefault(session =>
            session is { Body: DecidingBody.Sgpi, State: SessionState.Closed }
        );
        if (last is null || await sheet.RunAsync(viewer, new(last.Id)) is not { } decided)
        {
            return None;
        }

        Money[] amounts =
        [
            .. decided
                .Decisions.Where(decision =>
                    decision is { Verdict: Verdict.Laureate, Amount.Cents: > 0 }
                    && facts.Projects.GetValueOrDefault(decision.Number) is not { Balances.Days.Count: > 0 }
                )
                .Select(decision => decision.Amount!.Value),
        ];
        return new(amounts.Length, Money.Sum(amounts));
    }
}
