using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Gives a person the key of their own calendar of sessions; the one before, if any, is worth nothing from then on. The
/// result is the key, which is told once: only its digest is kept.
/// </summary>
public sealed class IssueCalendarKey(Store store) : IOperation<IssueCalendarKey.Request, string>
{
    public sealed record Request;

    public static Right Right => Right.SeePrototypes;

    public Task<Outcome<string>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<string>(
            viewer,
            Right,
            nameof(IssueCalendarKey),
            async writing =>
            {
                var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
                var kept = await writing.Context.CalendarKeys.SingleOrDefaultAsync(
                    kept => kept.PersonId == viewer.PersonId,
                    cancellation
                );
                if (kept is null)
                {
                    writing.Context.CalendarKeys.Add(
                        new CalendarKey
                        {
                            PersonId = viewer.PersonId,
                            Sha256 = DigestOf(key),
                            IssuedAt = writing.Now,
                        }
                    );
                }
                else
                {
                    (kept.Sha256, kept.IssuedAt) = (DigestOf(key), writing.Now);
                }

                writing.Touch(Subject.Person, viewer.PersonId);
                return key;
            },
            cancellation
        );

    internal static string DigestOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
