using System.Security.Claims;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// The person of this request, or of this circuit, with the rights that the product's own table gives them. Read once;
/// what follows a change of rights is <see cref="ViewerRevalidation"/>'s business.
/// </summary>
public sealed class CurrentViewer(FindViewer find)
{
    private static readonly Viewer Nobody = new(0, "", []);

    private TokenPerson? person;

    /// <summary>Somebody without any right until <see cref="ReadAsync"/> found better.</summary>
    public Viewer Value { get; private set; } = Nobody;

    /// <summary>Null where the principal is not signed in, or the product does not know them.</summary>
    public async Task<Viewer?> ReadAsync(ClaimsPrincipal? principal, CancellationToken cancellation = default)
    {
        var asked = TokenPerson.OfCookie(principal);
        if (asked is null)
        {
            return null;
        }

        if (asked == person)
        {
            return Value;
        }

        var found = await ReadAgainAsync(asked, cancellation);
        (Value, person) = found is null ? (Nobody, null) : (found, asked);
        return found;
    }

    /// <summary>What the table says now, without remembering it.</summary>
    internal Task<Viewer?> ReadAgainAsync(TokenPerson asked, CancellationToken cancellation) =>
        find.RunAsync(Viewer.Product, new FindViewer.Query(asked.Issuer, asked.Subject), cancellation);

    /// <summary>The same person with more rights: pages go on as they are. Always true.</summary>
    internal bool Adopt(Viewer now)
    {
        Value = now;
        return true;
    }

    /// <summary>From now on this request or circuit has no right at all.</summary>
    internal void Forget() => (Value, person) = (Nobody, null);
}
