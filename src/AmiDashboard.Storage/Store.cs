using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage;

/// <summary>Opens the database for a viewer: to read within their perimeter, or to write facts with one change record.</summary>
public sealed class Store
{
    /// <summary>Any number that no other advisory lock of this database uses.</summary>
    private const long CommitOrderLock = 0x414D_4931;

    private readonly TimeProvider time;
    private readonly ChangeSignal signal;
    private readonly Func<Perimeter, AmiContext> open;

    internal Store(DatabaseSettings settings, TimeProvider time, ChangeSignal signal)
    {
        this.time = time;
        this.signal = signal;
        Settings = settings;
        open = Engine.Of(settings);
    }

    internal DatabaseSettings Settings { get; }

    /// <summary>
    /// Brings the database to the model's last migration, creating it where it is not there, and puts back the rules that
    /// it lacks or has otherwise: one that was migrated between two versions, or that a hand took triggers from.
    /// </summary>
    /// <returns>What it had to put back.</returns>
    public async Task<IReadOnlyList<BrokenRule>> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var context = open(Perimeter.Everything);
        if (Settings.Provider != DatabaseProvider.Sqlite)
        {
            await using var holder = open(Perimeter.Everything);
            await using var ours = await PostgreSqlMigrationTurn.TakeAsync(holder, cancellation);
            await context.Database.MigrateAsync(cancellation);
            return await DatabaseRules.PutBackAsync(context, cancellation);
        }

        using var turn = await MigrationTurn.TakeAsync(context, cancellation);
        await context.Database.MigrateAsync(cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        return await DatabaseRules.PutBackAsync(context, cancellation);
    }

    /// <summary>Triggers that this version needs and that the database lacks, or has otherwise.</summary>
    public async Task<IReadOnlyList<BrokenRule>> BrokenRulesAsync(CancellationToken cancellation = default)
    {
        await using var context = open(Perimeter.Everything);
        return await DatabaseRules.BrokenAsync(context, cancellation);
    }

    /// <summary>Whether the database answers and has every migration.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation = default)
    {
        await using var context = open(Perimeter.Everything);
        return await context.Database.CanConnectAsync(cancellation)
            && !(await context.Database.GetPendingMigrationsAsync(cancellation)).Any();
    }

    /// <summary>A context to read with; holds only what the viewer's right reaches.</summary>
    internal AmiContext Read(Viewer viewer, Right right)
    {
        if (!viewer.Can(right))
        {
            throw new AccessDeniedException(right);
        }

        var context = open(viewer.PerimeterOf(right));
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>
    /// Runs one operation in one transaction. Refused without the right, and as a conflict where another writer was
    /// first; nothing is written then.
    /// </summary>
    internal async Task<Outcome<T>> WriteAsync<T>(
        Viewer viewer,
        Right right,
        string operation,
        Func<Writing, Task<Outcome<T>>> work,
        CancellationToken cancellation
    )
    {
        if (!viewer.Can(right))
        {
            return Refusal.NoRight;
        }

        using var turn = await WriterTurn.TakeAsync(Settings, cancellation);
        await using var context = open(viewer.PerimeterOf(right));
        context.IsOfOperation = true;
        var writing = new Writing(context, time.GetUtcNow().UtcDateTime, viewer.Name);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var outcome = await work(writing);
            if (!outcome.Done)
            {
                return outcome;
            }

            await context.SaveChangesAsync(cancellation);
            if (writing.HasTouched)
            {
                await RecordChangeAsync(context, writing.ToRecord(operation), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            signal.Wake();
            return outcome;
        }
        catch (UnmeantDayException)
        {
            return ProgrammeDays.Unmeant;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Conflict;
        }
        catch (DbUpdateException failure) when (Engine.IsUniqueViolation(failure))
        {
            return Refusal.Conflict;
        }
    }

    /// <summary>
    /// Last act of a transaction. On PostgreSQL writers take their turn here, so that ids become visible in the order
    /// they were given; SQLite has one writer at a time.
    /// </summary>
    private async Task RecordChangeAsync(AmiContext context, ChangeRecord change, CancellationToken cancellation)
    {
        var isPostgreSql = Settings.Provider == DatabaseProvider.PostgreSql;
        if (isPostgreSql)
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CommitOrderLock})", cancellation);
        }

        context.Changes.Add(change);
        await context.SaveChangesAsync(cancellation);
        if (isPostgreSql)
        {
            await context.Database.ExecuteSqlRawAsync($"NOTIFY {ChangeListener.Channel}", cancellation);
        }
    }
}

/// <summary>One operation under way: its context, its instant, and what it touches.</summary>
internal sealed class Writing(AmiContext context, DateTime now, string by)
{
    /// <summary>First half of the lock's name, the edition being the other: any number that no other lock uses.</summary>
    private const int ScoresLock = 0x414D_4932;

    private readonly Dictionary<Subject, HashSet<long>> ids = [];
    private readonly List<(Subject Subject, Func<long> Id)> added = [];

    private Writing(Writing whole, DateTime now, string by)
        : this(whole.Context, now, by) => (ids, added) = (whole.ids, whole.added);

    public AmiContext Context { get; } = context;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;

    public string By { get; } = by;

    /// <summary>The same transaction at another instant (UTC) by another hand: for a past that is told anew.</summary>
    public Writing At(DateTime instant, string hand) => new(this, instant, hand);

    public bool HasTouched => ids.Count > 0 || added.Count > 0;

    public void Touch(Subject subject, long id)
    {
        if (!ids.TryGetValue(subject, out var touched))
        {
            ids[subject] = touched = [];
        }

        touched.Add(id);
    }

    /// <summary>
    /// Waits, until the transaction ends, for others who write about the same edition's scores: shared by those who add to
    /// them, alone for the one who freezes them. SQLite has one writer at a time anyway.
    /// </summary>
    public async Task TakeTurnAsync(int edition, bool isAlone, CancellationToken cancellation)
    {
        if (Context is not PostgreSqlContext)
        {
            return;
        }

        if (isAlone)
        {
            await Context.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({ScoresLock}, {edition})",
                cancellation
            );
        }
        else
        {
            await Context.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock_shared({ScoresLock}, {edition})",
                cancellation
            );
        }
    }

    /// <summary>For a row that has its id only once it is saved.</summary>
    public void TouchAdded(Subject subject, Func<long> id) => added.Add((subject, id));

    public ChangeRecord ToRecord(string operation)
    {
        foreach (var (subject, id) in added)
        {
            Touch(subject, id());
        }

        return new ChangeRecord
        {
            RecordedAt = Now,
            RecordedBy = By,
            Operation = operation,
            Touched = ids.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray()),
        };
    }
}
