using Microsoft.AspNetCore.Authentication;

namespace AmiDashboard.Web.Api;

/// <summary>What the read API is made of. A resource more is a line more here, in the order of the document.</summary>
internal static class ApiServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiResource, EditionsResource>();
        services.AddSingleton<ApiResource, ApplicationsResource>();
        services.AddSingleton<ApiResource, ApplicationResource>();
        services.AddSingleton<ApiResource, BudgetProjectsResource>();
        services.AddSingleton<ApiResource, BudgetEntriesResource>();
        services.AddSingleton<ApiResource, BudgetPaymentsResource>();
        services.AddSingleton<ApiResource, BudgetSgpiResource>();
        services.AddSingleton<ApiResource, PrototypesResource>();
        services.AddSingleton<ApiResource, PrototypeTrialsResource>();
        services.AddSingleton<ApiResource, FiguresResource>();
        services.AddSingleton<ApiResource, ChartsResource>();
        services.AddSingleton<ApiProblem>();
        services.AddSingleton<ApiAnswering>();
        services.AddSingleton<ApiWords>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiAuthentication>(
                ApiAuthentication.SchemeName,
                configureOptions: null
            );
        services.AddOpenApi(ApiEndpoints.Version, ApiDocument.Describe);
    }
}
