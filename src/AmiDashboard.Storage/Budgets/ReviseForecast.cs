using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Says on which day an instalment is now expected, and why. What was expected before is kept. Refused for one that an
/// amendment replaced. The result is the number of revisions it has.
/// </summary>
public sealed class ReviseForecast(Store store) : IOperation<ReviseForecast.Request, int>
{
    /// <param name="ForecastOn">Paris day.</param>
    public sealed record Request(int Number, long InstalmentId, DateOnly ForecastOn, string? Reason);

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ReviseForecast),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        request = request with { Reason = PlainText.Of(request.Reason) };
        var taken = await BudgetTurn.TakeConventionAsync(writing, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        if (taken.Value.Standing.FirstOrDefault(one => one.Id == request.InstalmentId) is not { } instalment)
        {
            return Refusal.NotFound;
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Refusal("Refusal_ReasonMissing");
        }

        if (request.Reason.Length > StageRules.LongestReason)
        {
            return new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason);
        }

        instalment.Revisions.Add(
            new ForecastRevision
            {
                ForecastOn = request.ForecastOn,
                Reason = request.Reason.Trim(),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        writing.Touch(Subject.Budget, request.Number);
        return instalment.Revisions.Count;
    }
}
