using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// The id of the last committed change that touched one of some subjects: as long as it is the same, so is what is read of
/// them. Reads the changes since the last time it was asked; before the first, every subject counts as changed just then.
/// </summary>
public sealed class DataVersion(Store store) : IRead<DataVersion.Query, long>
{
    private readonly Lock gate = new();
    private readonly Dictionary<Subject, long> touched = [];
    private long first;
    private long? seen;

    public sealed record Query(params IReadOnlyList<Subject> Subjects);

    /// <summary>Asked by the product itself, for an answer that the viewer may have already.</summary>
    public static Right Right => Right.None;

    public async Task<long> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        if (seen is not { } from)
        {
            var last = await context.Changes.MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
            lock (gate)
            {
                if (seen is null)
                {
                    (seen, first) = (last, last);
                }

                from = seen.Value;
            }
        }

        var since = await context
            .Changes.Where(change => change.Id > from)
            .OrderBy(change => change.Id)
            .ToListAsync(cancellation);
        lock (gate)
        {
            foreach (var change in since)
            {
                foreach (var subject in change.Touched.Keys)
                {
                    touched[subject] = Math.Max(touched.GetValueOrDefault(subject), change.Id);
                }

                seen = Math.Max(seen.Value, change.Id);
            }

            return query.Subjects.Max(subject => touched.GetValueOrDefault(subject, first));
        }
    }
}
