using AmiDashboard.Charts;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Composition;

/// <summary>The whole program, built from its settings; tests build the same one on a free port.</summary>
public static class DashboardApplication
{
    /// <summary>Builds without starting.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>; <c>--urls</c> and <c>--environment</c> too.</param>
    /// <param name="configure">Called before the settings are read: a test's way to change them, or a service.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
                ContentRootPath = ContentRoot.Path,
            }
        );
        configure?.Invoke(builder);
        var settings = ProgramSettings.Read(builder.Configuration, builder.Environment);
        ChartFonts.Register(Path.Combine(ContentRoot.Path, "wwwroot", "fonts"));
        Services.Add(builder, settings);
        var application = builder.Build();
        Pipeline.Use(application, settings);
        return application;
    }
}
