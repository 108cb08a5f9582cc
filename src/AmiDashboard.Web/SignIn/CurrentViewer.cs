using System.Security.Claims;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// The person of this request, or of this circuit, with the rights that the product's own table gives them, as long as
/// their session holds. Read once; what follows a change of rights is <see cref="ViewerRevalidation"/>'s business.
/// </summary>
public sealed class CurrentViewer(FindViewer find, ProgramSettings settings, TimeProvider time)
{
    private static readonly Viewer Nobody = new(0, "", []);

    private (TokenPerson, SessionMark)? person;

    /// <summary>Somebody without any right until <see cref="ReadAsync"/> found better.</summary>
    public Viewer Value { get; private set; } = Nobody;

    /// <summary>Whether what it was read for is over: they signed out, were signed out, or signed in too long ago.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Null where the principal is not signed in, their session is over, or the product does not know them.</summary>
    public async Task<Viewer?> ReadAsync(ClaimsPrincipal? principal, CancellationToken cancellation = default)
    {
        if (TokenPerson.OfCookie(principal) is not { } asked || SessionMark.Of(principal) is not { } session)
        {
            return null;
        }

        if ((asked, session) == person)
        {
            return Value;
        }

        var found = await FindAsync(asked, session, cancellation);
        (Value, person) = (found ?? Nobody, found is null ? null : (asked, session));
        return found;
    }

    /// <summary>What the table says now, without remembering it; null once the session is over.</summary>
    internal async Task<Viewer?> ReadAgainAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        var found =
            TokenPerson.OfCookie(principal) is { } asked && SessionMark.Of(principal) is { } session
                ? await FindAsync(asked, session, cancellation)
                : null;
        HasEnded = found is null;
        return found;
    }

    /// <summary>The same person with more rights: pages go on as they are. Always true.</summary>
    internal bool Adopt(Viewer now)
    {
        Value = now;
        return true;
    }

    /// <summary>From now on this request or circuit has no right at all.</summary>
    internal void Forget() => (Value, person) = (Nobody, null);

    private async Task<Viewer?> FindAsync(TokenPerson asked, SessionMark session, CancellationToken cancellation)
    {
        if (time.GetUtcNow().UtcDateTime - session.Since >= settings.Session.Lifetime)
        {
            return null;
        }

        var found = await find.RunAsync(Viewer.Product, new(asked.Issuer, asked.Subject), cancellation);
        return found?.SessionStamp == session.Stamp ? found : null;
    }
}
