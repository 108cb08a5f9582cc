using AmiDashboard.Exchange.DemarchesSimplifiees.Decisions;
using AmiDashboard.Exchange.DemarchesSimplifiees.Documents;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Scores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Exchange.DemarchesSimplifiees;

public static class DemarchesSimplifieesServices
{
    /// <summary>
    /// Adds the synchronisation, its schedule (a hosted service) and the fresh links to documents. Needs the store; the
    /// settings are validated by the caller, at start.
    /// </summary>
    public static IServiceCollection AddDemarchesSimplifiees(
        this IServiceCollection services,
        DemarchesSimplifieesSettings settings
    )
    {
        services.AddSingleton(settings);
        services
            .AddHttpClient(SourceConnection.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    // A redirection would carry the token elsewhere, or turn the question into a page.
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    AutomaticDecompression = System.Net.DecompressionMethods.All,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    ConnectTimeout = TimeSpan.FromSeconds(15),
                }
            )
            .RedactLoggedHeaders(_ => true);
        services.AddSingleton(provider => new SourceConnection(
            provider.GetRequiredService<IHttpClientFactory>(),
            settings,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new DossierSource(provider.GetRequiredService<SourceConnection>(), settings));
        services.AddSingleton(provider => new Synchronisation(
            settings,
            provider.GetRequiredService<StartRun>(),
            new RunPages(
                provider.GetRequiredService<DossierSource>(),
                provider.GetRequiredService<RecordDossiers>(),
                provider.GetRequiredService<ConcludeRun>(),
                provider.GetRequiredService<KeepRunAlive>(),
                provider.GetRequiredService<MirrorState>(),
                provider.GetRequiredService<TimeProvider>()
            ),
            provider.GetRequiredService<EndRun>(),
            provider.GetRequiredService<ILogger<Synchronisation>>()
        ));
        services.AddSingleton(provider => new SynchronisationSchedule(
            settings,
            provider.GetRequiredService<Synchronisation>(),
            provider.GetRequiredService<MirrorState>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SynchronisationSchedule>>()
        ));
        services.AddHostedService(provider => provider.GetRequiredService<SynchronisationSchedule>());
        services.AddSingleton(provider => new SynchroniseNow(
            provider.GetRequiredService<Synchronisation>(),
            provider.GetRequiredService<SynchronisationSchedule>()
        ));
        services.AddSingleton(provider => new StopSynchronisation(
            provider.GetRequiredService<CancelRun>(),
            provider.GetRequiredService<Synchronisation>()
        ));
        services.AddSingleton(provider => new SyncStatus(
            settings,
            provider.GetRequiredService<MirrorState>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new FreshLink(
            settings,
            provider.GetRequiredService<ApplicationSheet>(),
            provider.GetRequiredService<DossierSource>()
        ));
        services.AddSingleton(provider => new WriteBack(
            settings,
            provider.GetRequiredService<SessionSheet>(),
            provider.GetRequiredService<DossierSource>(),
            provider.GetRequiredService<NoteSending>(),
            provider.GetRequiredService<NoteSendingAnswer>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}
