namespace AmiDashboard.Web.Composition;

/// <summary>
/// What holds for every cookie of the program, whoever writes it: outside Development none travels in clear. The prefix
/// <c>__Host-</c> keeps a sibling host from putting its own in the place of ours.
/// </summary>
internal static class Cookies
{
    public static string Named(string name, IHostEnvironment environment) =>
        environment.IsDevelopment() ? name : $"__Host-{name}";

    public static void Add(IServiceCollection services, IHostEnvironment environment) =>
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = Named("AmiDashboard.Antiforgery", environment);
            options.Cookie.Path = "/";
        });

    public static void Use(WebApplication application)
    {
        if (!application.Environment.IsDevelopment())
        {
            application.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        }
    }
}
