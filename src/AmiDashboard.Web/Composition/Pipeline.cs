using AmiDashboard.Web.Api;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Budgets;
using AmiDashboard.Web.Exports;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.Live;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.Shell;
using AmiDashboard.Web.SignIn;
using AmiDashboard.Web.SignIn.Development;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Primitives;

namespace AmiDashboard.Web.Composition;

/// <summary>The way of a request. Whatever has an address is closed unless it says that it is open.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication application, ProgramSettings settings)
    {
        application.UseForwardedHeaders();
        HeadRequests.Use(application);
        application.UseSecurityHeaders(SecurityHeaders.For(application.Environment));
        application.Use(NeverKeptAsync);
        CircuitOrigin.Use(application);
        Cookies.Use(application);
        application.UseRequestLocalization();
        application.UseExceptionHandler("/erreur", createScopeForErrors: true);
        application.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/introuvable"));
        ApiEndpoints.UseProblems(application);
        application.UseRouting();
        RequestLimits.UseBeforeSignIn(application, settings.Limits);
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
        LiveAnswers.Use(application);
        application.UseAntiforgery();

        application.MapStaticAssets().AllowAnonymous();
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        application.MapHealthChecks("/health/ready").AllowAnonymous();
        BoardEndpoint.Map(application);
        SignInEndpoints.Map(application);
        PreferenceEndpoints.Map(application);
        var exports = application.MapGroup("").RequireRateLimiting(RequestLimits.Exports);
        ExportEndpoints.Map(exports);
        SessionEndpoints.Map(exports);
        BudgetEndpoints.Map(exports);
        FigureExport.Map(exports);
        CalendarEndpoints.Map(application, exports);
        SheetEndpoints.Map(exports);
        DocumentEndpoint.Map(exports);
        BudgetDocumentEndpoint.Map(exports);
        ReportEndpoint.Map(application);
        ApiEndpoints.Map(application);
        if (settings.SignIn.UsesEmbeddedProvider)
        {
            EmbeddedProviderEndpoints.Map(application);
        }

        application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    /// <summary>
    /// Pages and files are made for one person and stay nowhere on the way, unless an answer says how it may be kept: the
    /// read API, whose answers are checked again each time, and what is the same for everybody.
    /// </summary>
    private static Task NeverKeptAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (StringValues.IsNullOrEmpty(http.Response.Headers.CacheControl))
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>What a person looks at, as against what a program asks for.</summary>
    private static bool IsPage(HttpContext context) =>
        !ApiEndpoints.IsApi(context.Request.Path)
        && !context.Request.Path.StartsWithSegments(CircuitOrigin.Path, StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/_framework", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/sso", StringComparison.OrdinalIgnoreCase);
}
