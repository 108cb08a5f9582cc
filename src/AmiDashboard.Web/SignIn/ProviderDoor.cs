using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AmiDashboard.Web.SignIn;

/// <summary>The way to whoever answers for people's identity, and out by it again; it says so where nobody answers there.</summary>
internal sealed class ProviderDoor(IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ProviderDoor> log)
{
    private const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    private readonly Lock gate = new();
    private Task<bool> asking = Task.FromResult(true);

    /// <param name="properties">With the local address that is wanted.</param>
    public async Task<IResult> SignInAsync(HttpContext http, AuthenticationProperties properties) =>
        await AnswersAsync(http.RequestAborted)
            ? Results.Challenge(properties, [Scheme])
            : Results.Redirect(
                SilentSignIn.IsAsked(properties)
                    ? SilentSignIn.AddressAfterFailure(properties)
                    : ProviderAwayPage.AddressFor(properties.RedirectUri)
            );

    /// <summary>
    /// Ends the session there, for somebody whose session here is over. A page leads on, and no redirect: browsers hold it
    /// against a form where its answer leads, from one site to the next, and nobody knows whom a provider federates.
    /// </summary>
    public async Task<IResult> SignOutAsync(HttpContext http)
    {
        if (!await AnswersAsync(http.RequestAborted))
        {
            return Results.Redirect(SignedOutPage.AddressWithoutProvider);
        }

        await http.SignOutAsync(Scheme, new AuthenticationProperties { RedirectUri = SignedOutPage.Address });
        var address = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove(HeaderNames.Location);
        http.Response.StatusCode = StatusCodes.Status200OK;
        return new RazorComponentResult<LeavingPage>(new { Address = address });
    }

    /// <summary>
    /// Whether the provider has told its addresses and keys, now or before. Who comes while it is asked waits for the same
    /// answer: each of many would else wait for the silence of all before.
    /// </summary>
    public Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (asking.IsCompleted)
            {
                asking = AskAsync();
            }

            return asking.WaitAsync(cancellation);
        }
    }

    private async Task<bool> AskAsync()
    {
        try
        {
            await options.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            log.LogError("The identity provider does not say its addresses and keys: {Reason}", failure.Message);
            return false;
        }
    }
}
