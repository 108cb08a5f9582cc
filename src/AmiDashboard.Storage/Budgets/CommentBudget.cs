using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>Says something of a project's money for SGPI's table; what was said before is kept. The result is its id.</summary>
public sealed class CommentBudget(Store store) : IOperation<CommentBudget.Request, long>
{
    public sealed record Request(int Number, string? Text);

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(CommentBudget),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        request = request with { Text = PlainText.Of(request.Text) };
        var edition = await writing
            .Context.ProjectBalances.Where(balance => balance.Number == request.Number)
            .Select(balance => (int?)balance.Edition)
            .SingleOrDefaultAsync(cancellation);
        if (edition is null)
        {
            return new Refusal("Refusal_NotGranted", request.Number);
        }

        var refusal =
            BudgetTurn.CheckProject(viewer, Right, edition.Value, request.Number)
            ?? (
                string.IsNullOrWhiteSpace(request.Text) ? new Refusal("Refusal_ReasonMissing")
                : request.Text.Length > BudgetComment.LongestText
                    ? new Refusal("Refusal_ReasonTooLong", BudgetComment.LongestText)
                : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        var comment = new BudgetComment
        {
            Edition = edition.Value,
            Number = request.Number,
            Text = request.Text!.Trim(),
            RecordedAt = writing.Now,
            RecordedBy = writing.By,
        };
        writing.Context.BudgetComments.Add(comment);
        writing.Touch(Subject.Budget, request.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return comment.Id;
    }
}
