using AmiDashboard.Web.Api;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Budgets;
using AmiDashboard.Web.Exports;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.Shell;
using AmiDashboard.Web.SignIn;
using AmiDashboard.Web.SignIn.Development;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace AmiDashboard.Web.Composition;

/// <summary>The way of a request. Whatever has an address is closed unless it says that it is open.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication application, ProgramSettings settings)
    {
        application.UseForwardedHeaders();
        application.UseSecurityHeaders(SecurityHeaders.For(application.Environment));
        application.UseRequestLocalization();
        application.UseExceptionHandler("/erreur", createScopeForErrors: true);
        application.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/introuvable"));
        ApiEndpoints.UseProblems(application);
        application.UseRouting();
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
        application.UseAntiforgery();

        application.MapStaticAssets().AllowAnonymous();
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        application.MapHealthChecks("/health/ready").AllowAnonymous();
        BoardEndpoint.Map(application);
        SignInEndpoints.Map(application);
        PreferenceEndpoints.Map(application);
        ExportEndpoints.Map(application);
        SessionEndpoints.Map(application);
        BudgetEndpoints.Map(application);
        FigureExport.Map(application);
        ReportEndpoint.Map(application);
        CalendarEndpoints.Map(application);
        SheetEndpoints.Map(application);
        ApiEndpoints.Map(application);
        DocumentEndpoint.Map(application);
        BudgetDocumentEndpoint.Map(application);
        if (settings.SignIn.UsesEmbeddedProvider)
        {
            EmbeddedProviderEndpoints.Map(application);
        }

        application.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    /// <summary>What a person looks at, as against what a program asks for.</summary>
    private static bool IsPage(HttpContext context) =>
        !ApiEndpoints.IsApi(context.Request.Path)
        && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/_framework", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/sso", StringComparison.OrdinalIgnoreCase);
}
