using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>The applications that a person is kept from: by a tie that was declared, or because their own ministry applies.</summary>
internal static class OwnConflicts
{
    /// <summary>
    /// Who the person is among reviewers, in every edition: also where they are expected by e-mail and were never joined, since
    /// who has no reviewer's profile is not. An e-mail opens nothing, but it is enough to close.
    /// </summary>
    public static async Task<List<Reviewer>> ReviewersAsync(
        AmiContext context,
        int personId,
        CancellationToken cancellation
    )
    {
        var known = await context
            .Reviewers.Where(reviewer =>
                reviewer.PersonId == personId || (reviewer.PersonId == null && reviewer.Email != null)
            )
            .ToListAsync(cancellation);
        if (known.TrueForAll(reviewer => reviewer.PersonId is not null))
        {
            return known;
        }

        var email = EmailList.Folded(
            await context
                .People.Where(person => person.Id == personId)
                .Select(person => person.Email)
                .SingleOrDefaultAsync(cancellation)
        );
        return known.FindAll(reviewer => reviewer.PersonId is not null || reviewer.Email == email);
    }

    public static async Task<ImmutableHashSet<BarredApplication>> OfAsync(
        AmiContext context,
        IReadOnlyList<Reviewer> reviewers,
        CancellationToken cancellation
    )
    {
        int[] ids = [.. reviewers.Select(reviewer => reviewer.Id)];
        var declared = await context
            .Conflicts.Where(conflict => conflict.LiftedAt == null && ids.Contains(conflict.ReviewerId))
            .Select(conflict => new { conflict.Edition, conflict.Number })
            .ToListAsync(cancellation);
        var barred = declared.Select(one => new BarredApplication(one.Edition, one.Number)).ToHashSet();
        foreach (var reviewer in reviewers.Where(reviewer => reviewer.Ministry is { Length: > 0 }))
        {
            var ofEdition = context.Applications.Where(application => application.EditionId == reviewer.EditionId);
            var ministries = await ofEdition
                .Select(application => application.Ministry)
                .Distinct()
                .ToListAsync(cancellation);
            var own = ministries.FindAll(reviewer.IsOfMinistry);
            barred.UnionWith(
                own.Count == 0
                    ? []
                    : (
                        await ofEdition
                            .Where(application => own.Contains(application.Ministry))
                            .Select(application => application.Number)
                            .ToListAsync(cancellation)
                    ).Select(number => new BarredApplication(reviewer.Edition, number))
            );
        }

        return [.. barred];
    }
}
