using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage;

public static class StorageServices
{
    /// <summary>Adds the store, every read and operation of this floor, the change feed and the board.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton(provider => new Store(
            settings,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ChangeSignal>()
        ));
        services.AddSingleton(provider => new ChangeFeed(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeSignal>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChangeFeed>>()
        ));
        services.AddSingleton(provider => new ApplicationBoard(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeFeed>()
        ));
        services.AddSingleton<IViewerNarrowing, ReviewerNarrowing>();
        services.AddSingleton(provider => new ScoreBoard(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<ApplicationBoard>(),
            provider.GetRequiredService<ILogger<ScoreBoard>>()
        ));
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddHostedService<ChangeListener>();
        services.AddSingleton<StalenessWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StalenessWatch>());
        services.AddSingleton<BoardProof>();
        services.AddSingleton(provider => new BudgetBoard(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeFeed>()
        ));
        services.AddSingleton(provider => new PrototypeBoard(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeFeed>()
        ));
        services.AddSingleton(provider => new NoteBoard(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<ChangeFeed>()
        ));
        services.AddSingleton<IProjectWeathers, PublishedWeathers>();
        services.AddSingleton(provider => new BudgetFigures(
            provider.GetRequiredService<BudgetBoard>(),
            provider.GetRequiredService<ApplicationBoard>(),
            provider.GetRequiredService<IProjectWeathers>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<ISessionFollowing, GrantsOfSession>();
        services.AddSingleton(provider => new CloseSession(
            provider.GetRequiredService<Store>(),
            provider.GetServices<ISessionFollowing>()
        ));
        foreach (var service in ReadsAndOperations)
        {
            // Those that are told of a later subject are made above.
            services.TryAddSingleton(service);
        }

        return services;
    }

    /// <summary>Every class of this floor that answers a viewer.</summary>
    public static IReadOnlyList<Type> ReadsAndOperations { get; } =
    [
        .. typeof(StorageServices)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false }
                && Array.Exists(
                    type.GetInterfaces(),
                    one =>
                        one.IsGenericType
                        && (
                            one.GetGenericTypeDefinition() == typeof(IRead<,>)
                            || one.GetGenericTypeDefinition() == typeof(IOperation<,>)
                        )
                )
            ),
    ];
}
