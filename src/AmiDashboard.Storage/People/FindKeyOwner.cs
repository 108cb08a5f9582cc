using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Whose key it is, in the words by which <see cref="FindViewer"/> knows them: what they may is read there, as for somebody
/// who signs in. Null for a text that is no key.
/// </summary>
public sealed class FindKeyOwner(Store store, TimeProvider time) : IRead<FindKeyOwner.Query, KeyOwner?>
{
    public sealed record Query(string Key);

    /// <summary>Asked by the product itself, for a program that does not sign in.</summary>
    public static Right Right => Right.None;

    public async Task<KeyOwner?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!query.Key.StartsWith(AccessKeySecret.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        await using var context = store.Read(viewer, Right);
        var digest = AccessKeySecret.DigestOf(query.Key);
        var found = await context
            .AccessKeys.Where(key => key.Sha256 == digest)
            .Join(context.People, key => key.PersonId, person => person.Id, (key, person) => new { key, person })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var state = found.key.StateAt(now, found.person.LastSignInAt);
        return new KeyOwner(
            found.key.Id,
            state,
            found.person.Issuer,
            found.person.Subject,
            found.person.Name,
            found.person.SessionStamp,
            state == AccessKeyState.Live && !(found.key.LastUsedAt > now - AccessKeyRules.UseIsNoted)
        );
    }
}

/// <param name="State">Only a live one opens anything.</param>
/// <param name="IsToBeNoted">Whether its last use is to be written down (<see cref="NoteKeyUse"/>).</param>
public sealed record KeyOwner(
    long KeyId,
    AccessKeyState State,
    string Issuer,
    string Subject,
    string Name,
    int SessionStamp,
    bool IsToBeNoted
);
