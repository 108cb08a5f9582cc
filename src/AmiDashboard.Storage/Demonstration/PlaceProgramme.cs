using AmiDashboard.Core;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>
/// Fills an empty store with the demonstration programme, whole or not at all. The result is the number of applications
/// placed: 0 where the store already has an edition, real or not. Of two nodes that start at once one is refused as a
/// conflict, and needs do nothing.
/// </summary>
public sealed class PlaceProgramme(Store store) : IOperation<PlaceProgramme.Request, int>
{
    public sealed record Request;

    public static Right Right => Right.EditEditions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(PlaceProgramme),
            async writing =>
            {
                if (await writing.Context.Editions.IgnoreQueryFilters().AnyAsync(cancellation))
                {
                    return 0;
                }

                var placed = 0;
                var scores = DemonstrationScores.All;
                foreach (var edition in Programme.Editions)
                {
                    writing.Context.Editions.Add(edition);
                    await writing.Context.SaveChangesAsync(cancellation);
                    writing.Touch(Subject.Edition, edition.Id);
                    var applications = Programme.Applications.Where(one => one.Edition == edition.Number).ToList();
                    var outcome = await Placing.ApplyAsync(writing, edition, applications, cancellation);
                    if (outcome.Refusal is { } refusal)
                    {
                        return refusal;
                    }

                    placed += outcome.Value;
                    await PlacingScores.ApplyAsync(
                        writing,
                        edition,
                        scores.Single(one => one.Edition == edition.Number),
                        cancellation
                    );
                }

                if (await PlacingBudgets.ApplyAsync(writing, cancellation) is { } broken)
                {
                    return broken;
                }

                PlacingPrototypes.Apply(writing);
                return placed;
            },
            cancellation
        );
}
