using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Gives a person one more key for their programs. The result is the key, which is told once: only its digest is kept.
/// Refuses without a name, past a year, and beyond so many (<see cref="AccessKeyRules"/>).
/// </summary>
public sealed class IssueAccessKey(Store store) : IOperation<IssueAccessKey.Request, string>
{
    /// <param name="ExpiresOn">Paris day, included.</param>
    public sealed record Request(string? Name, DateOnly ExpiresOn);

    /// <summary>One's own key, which opens what one may see oneself.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<string>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<string>(
            viewer,
            Right,
            nameof(IssueAccessKey),
            async writing =>
            {
                var today = ParisTime.DayOf(writing.Now);
                var live = await writing.Context.AccessKeys.CountAsync(
                    key => key.PersonId == viewer.PersonId && key.WithdrawnAt == null && key.ExpiresOn >= today,
                    cancellation
                );
                var name = PlainText.Of(request.Name)?.Trim();
                if (AccessKeyRules.Check(name, request.ExpiresOn, today, live) is { } refusal)
                {
                    return refusal;
                }

                var secret = AccessKeySecret.New();
                writing.Context.AccessKeys.Add(
                    new AccessKey
                    {
                        PersonId = viewer.PersonId,
                        Name = name!,
                        Sha256 = AccessKeySecret.DigestOf(secret),
                        IssuedAt = writing.Now,
                        ExpiresOn = request.ExpiresOn,
                    }
                );
                writing.Touch(Subject.Person, viewer.PersonId);
                return secret;
            },
            cancellation
        );
}
