using System.Globalization;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>A source, a store and what mirrors one into the other.</summary>
internal sealed class SyncBench : IAsyncDisposable
{
    public const int Edition = 1;

    private readonly TestDatabase database;
    private readonly TimeSpan? interval;
    private ServiceProvider node;

    private SyncBench(TestDatabase database, FakeSource source, TimeSpan? interval)
    {
        (this.database, Source, this.interval) = (database, source, interval);
        node = OpenNode();
    }

    public FakeSource Source { get; }

    public DatabaseSettings Database => database.Settings;

    public ImpatientTime Time { get; } = new(new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc));

    public static DemarchesSimplifieesSettings SettingsOf(string baseUrl, TimeSpan? interval = null) =>
        new(
            baseUrl,
            FakeSource.Token,
            new DateOnly(2018, 12, 20),
            FakeSource.Demarche,
            Edition,
            interval ?? TimeSpan.FromMinutes(15),
            Instructor: "instructeur-1"
        );

    public static async Task<SyncBench> CreateAsync(
        TestEngine engine,
        int dossiers = 250,
        int seed = 1,
        TimeSpan? interval = null
    )
    {
        var bench = new SyncBench(
            await TestDatabase.CreateAsync(engine),
            await FakeSource.StartAsync(dossiers, seed),
            interval
        );
        await bench.Get<RecordEdition>().RunAsync(Viewer.Product, SampleDossiers.Edition(Edition));
        return bench;
    }

    public T Get<T>()
        where T : notnull => node.GetRequiredService<T>();

    /// <summary>Another node over the same database and the same source. Dispose it first.</summary>
    public ServiceProvider OpenNode() =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddStorage(database.Settings)
            .AddDemarchesSimplifiees(SettingsOf(Source.BaseUrl, interval))
            .BuildServiceProvider();

    /// <summary>The process ends, and another one begins.</summary>
    public async Task RestartAsync()
    {
        await node.DisposeAsync();
        node = OpenNode();
    }

    public async Task<SyncEnd> RunAsync(SyncKind kind = SyncKind.Incremental, CancellationToken cancellation = default)
    {
        var outcome = await Get<Synchronisation>().RunOnceAsync(kind, progress: null, cancellation);
        Assert.True(outcome.Done, $"Refused: {outcome.Refusal?.Key}");
        return outcome.Value;
    }

    public async Task<SyncEnd> RunToTheEndAsync(SyncKind kind = SyncKind.Incremental)
    {
        var end = await RunAsync(kind);
        Assert.True(end.IsDone, $"{end.State}: {end.ErrorKey} {end.ErrorDetail}");
        return end;
    }

    public async Task<IReadOnlyList<SyncRun>> RunsAsync() =>
        [.. (await Get<SyncRunList>().RunAsync(Viewer.Product, new(Take: 200))).Select(row => row.Run)];

    public Task<Mirror> MirrorAsync() => Get<MirrorState>().RunAsync(Viewer.Product, new(Edition));

    /// <summary>Every application with what the store last learnt of it.</summary>
    public async Task<IReadOnlyDictionary<int, MirroredDossier>> MirroredAsync()
    {
        await using var context = Get<Store>().Read(Viewer.Product, Right.SeeApplications);
        return await context
            .Applications.Select(application => new MirroredDossier(
                application.Number,
                application.Presence,
                application.Stage,
                application.Title,
                application.Requested,
                application.SourceModifiedAt,
                application.Revisions.OrderByDescending(revision => revision.Id).First().Dossier
            ))
            .ToDictionaryAsync(one => one.Number);
    }

    /// <summary>The mirror shows what the source shows, dossier by dossier, and nothing else.</summary>
    public async Task AssertEqualAsync(params int[] except)
    {
        var mirrored = await MirroredAsync();
        Assert.Equal(
            Source.Numbers.Except(except),
            mirrored
                .Values.Where(one => one.Presence == Presence.Present)
                .Select(one => one.Number)
                .Except(except)
                .Order()
        );
        foreach (var dossier in Source.Dossiers.Values.Where(dossier => !except.Contains(dossier.Number)))
        {
            var one = mirrored[dossier.Number];
            Assert.Equal(dossier.Title, one.Title);
            Assert.Equal(
                dossier.Budget is null
                    ? null
                    : new Money(long.Parse(dossier.Budget, CultureInfo.InvariantCulture) * 100),
                one.Requested
            );
            Assert.Equal(dossier.Labels, one.Dossier.Labels);
            Assert.Equal(
                dossier.ModifiedAt.AddTicks(-(dossier.ModifiedAt.Ticks % TimeSpan.TicksPerSecond)),
                one.ModifiedAt
            );
            Assert.Equal(dossier.State == "accepte", one.Dossier.State == SourceState.Accepted);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await Source.DisposeAsync();
        await database.DisposeAsync();
    }
}

internal sealed record MirroredDossier(
    int Number,
    Presence Presence,
    Stage Stage,
    string Title,
    Money? Requested,
    DateTime ModifiedAt,
    Dossier Dossier
);
