using AmiDashboard.Engines;
using AmiDashboard.Web.Faults;
using AmiDashboard.Web.SignIn.Development;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.SignIn;

/// <summary>
/// The embedded provider at an origin of its own, as every real one is. Where somebody signs out it sends them by a third
/// origin first, as a provider does that federates others.
/// </summary>
internal sealed class OtherProvider : IAsyncDisposable
{
    private WebApplication? application;

    public Uri Address { get; } = new($"http://localhost:{FreePort.Take()}/");

    /// <summary>The settings by which a program uses it, whether it answers or not.</summary>
    public void Serve(WebApplicationBuilder program) =>
        program.Services.PostConfigure<OpenIdConnectOptions>(
            OpenIdConnectDefaults.AuthenticationScheme,
            options =>
            {
                var issuer = EmbeddedProvider.IssuerAt(Address).AbsoluteUri;
                EmbeddedProvider.Trust(options, issuer);
                options.Authority = issuer;
                options.MetadataAddress = $"{issuer}/.well-known/openid-configuration";
            }
        );

    public async Task StartAsync(Uri program)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.AbsoluteUri);
        builder.Services.AddAuthentication();
        builder.Services.AddLocalization();
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<Incidents>();
        EmbeddedProvider.Add(builder.Services, Address, program);
        application = builder.Build();
        application.Use(ByAThirdOrigin);
        application.UseAuthentication();
        EmbeddedProviderEndpoints.Map(application);
        await application.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }
    }

    private Task ByAThirdOrigin(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path != EmbeddedProvider.EndSessionPath || http.Request.Query.ContainsKey("left"))
        {
            return next(http);
        }

        var third = http.Request.Host.Host == "localhost" ? "127.0.0.1" : "localhost";
        var left = third == "localhost" ? "&left=true" : "";
        http.Response.Redirect($"http://{third}:{Address.Port}{http.Request.Path}{http.Request.QueryString}{left}");
        return Task.CompletedTask;
    }
}
