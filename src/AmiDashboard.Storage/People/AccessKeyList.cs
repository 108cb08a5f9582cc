using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>One's own keys that are not withdrawn, those that expired among them, the last issued first.</summary>
public sealed class AccessKeyList(Store store, TimeProvider time)
    : IRead<AccessKeyList.Query, IReadOnlyList<AccessKeyRow>>
{
    public sealed record Query;

    /// <summary>One's own, and nobody else's.</summary>
    public static Right Right => Right.None;

    public async Task<IReadOnlyList<AccessKeyRow>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var keys = await context
            .AccessKeys.Where(key => key.PersonId == viewer.PersonId && key.WithdrawnAt == null)
            .OrderByDescending(key => key.Id)
            .ToListAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. keys.Select(key => new AccessKeyRow(
                key.Id,
                key.Name,
                key.IssuedAt,
                key.ExpiresOn,
                key.LastUsedAt,
                ParisTime.DayOf(now) <= key.ExpiresOn
            )),
        ];
    }
}

/// <param name="IssuedAt">UTC.</param>
/// <param name="ExpiresOn">The last Paris day on which it opens anything.</param>
/// <param name="LastUsedAt">UTC, to within some minutes; null while it was never used.</param>
public sealed record AccessKeyRow(
    long Id,
    string Name,
    DateTime IssuedAt,
    DateOnly ExpiresOn,
    DateTime? LastUsedAt,
    bool IsLive
);
