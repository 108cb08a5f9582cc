using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage;
using AmiDashboard.Web.Api;
using AmiDashboard.Web.Charts;
using AmiDashboard.Web.Dashboards;
using AmiDashboard.Web.Exports;
using AmiDashboard.Web.Faults;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.Live;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;

namespace AmiDashboard.Web.Composition;

/// <summary>Everything the program is made of, floor by floor.</summary>
internal static class Services
{
    public static void Add(WebApplicationBuilder builder, ProgramSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService<BoardWarming>();
        services.AddStorage(settings.Database);
        services.AddDemarchesSimplifiees(settings.Source);
        services.AddSingleton(new ReadExport(TableLimits.Usual));

        // A start that fails says so in one sentence on the error stream (Commands/Run.cs), not twice.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        ServedAddress.ServeUsual(builder);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services
            .AddDataProtection()
            .SetApplicationName("AmiDashboard")
            .PersistKeysToFileSystem(new DirectoryInfo(KeyFolder(builder.Environment, settings.Database)));
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );

        Cookies.Add(services, builder.Environment);
        LogLines.Add(builder.Logging);

        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.French);
            options.SupportedCultures = options.SupportedUICultures = [
                CultureInfo.GetCultureInfo(Languages.French),
                CultureInfo.GetCultureInfo(Languages.English),
            ];
            // French until somebody says otherwise: the language of the browser is not a choice.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        // Accents as they are: encoded one by one they would make French pages a fifth longer.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = CircuitMessages.Largest);
        // After the components of Blazor, whose provider of who is signed in it replaces.
        SignInServices.Add(builder, settings, ServedAddress.Of(builder.Configuration));
        ApiServices.Add(services);
        RequestLimits.Add(services, settings.Api, settings.Limits);
        services.AddSingleton(new Uploads(settings.Limits));
        services.AddMudServices();
        EndedCircuits.Add(services);
        services.AddScoped<Appearance>();
        services.AddScoped<LiveUpdates>();
        services.AddSingleton<ScoreFigures>();
        services.AddSingleton<PinnedNotes>();
        services.AddSingleton<ChartDrawings>();
        services.AddSingleton<DashboardReadings>();
        services.AddSingleton<WallReadings>();
        services.AddSingleton<AwaitingWork>();
        services.AddSingleton<BodyReport>();
        services.AddSingleton<PersonTurns>();
        services.AddSingleton<ReportDesk>();
        MailServices.Add(services, settings.Mail);
        services.AddSingleton<ApplicationExport>();
        services.AddSingleton<ReminderExport>();
        services.AddSingleton<JournalExport>();
        services.AddSingleton<FigureExport>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<BoardHealth>("boards");
    }

    /// <summary>Keys that protect cookies outlive a restart: beside the SQLite file, else in the data folder.</summary>
    private static string KeyFolder(IHostEnvironment environment, DatabaseSettings database) =>
        Path.Combine(
            database.Provider == DatabaseProvider.Sqlite
                ? Path.GetDirectoryName(
                    new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource
                )!
                : Path.Combine(environment.ContentRootPath, "data"),
            "keys"
        );
}
