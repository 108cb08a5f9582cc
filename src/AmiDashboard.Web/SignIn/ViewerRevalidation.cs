using AmiDashboard.Core.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// Asks, for each open circuit, whether the session still holds and the rights that it was opened with. Once they do not, the
/// circuit forgets who they were: nothing is shown any more, and the page asks for itself again over HTTP, where it is
/// decided anew. Rights that were added disturb nobody: they are there at the next click.
/// </summary>
internal sealed class ViewerRevalidation(ILoggerFactory logs, CurrentViewer viewer)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    private readonly ILogger<ViewerRevalidation> log = logs.CreateLogger<ViewerRevalidation>();
    private int failures;

    /// <summary>A right withdrawn has to close pages within 30 seconds.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(8);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var isSame =
                await viewer.ReadAgainAsync(authenticationState.User, cancellationToken) is { } now
                && await viewer.ReadAsync(authenticationState.User, cancellationToken) is { } shown
                && now.MayAllThat(shown)
                && viewer.Adopt(now);
            failures = 0;
            return isSame || Close();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A database that does not answer once is no reason to close every page; twice, nobody's rights are known.
            log.LogWarning(failure, "The rights of a person could not be read again.");
            return ++failures < 2 || Close();
        }
    }

    private bool Close()
    {
        viewer.Forget();
        return false;
    }
}
