using System.Collections.Concurrent;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Key figures at the instants that a dashboard compares, each folded once for a version of the data and shared by every
/// viewer of the same perimeter. Standings of older versions are dropped.
/// </summary>
public sealed class DashboardReadings(ProgrammeFigures programme, CommitteeDates committees, TimeProvider time)
{
    /// <summary>Standings kept at once: each holds a reference for each application that it admits.</summary>
    private const int MostKept = 60;

    private readonly ConcurrentDictionary<Key, Lazy<FigureValues>> kept = new();

    public async Task<DashboardReading> ReadAsync(
        Viewer viewer,
        ApplicationFilter filter,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await ReadAsync(
            viewer,
            await programme.RunAsync(viewer, new(filter), cancellation),
            filter,
            cancellation
        );
    }

    /// <summary>The same of a programme that was read, or of a part of it that has a perimeter key of its own.</summary>
    public async Task<DashboardReading> ReadAsync(
        Viewer viewer,
        KnownProgramme known,
        ApplicationFilter filter,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(filter);
        var day = ParisTime.DayOf(known.Scope.AsOf);
        var sat = viewer.Can(CommitteeDates.Right)
            ? await committees.RunAsync(viewer, new(filter.Edition), cancellation)
            : [];
        DateOnly? committee = sat.Where(one => one < day).Select(one => (DateOnly?)one).FirstOrDefault();
        return new DashboardReading(
            known,
            Of(known, filter),
            Of(known, filter with { AsOf = day.AddDays(-7) }),
            committee is { } on ? Of(known, filter with { AsOf = on }) : null,
            committee
        );
    }

    /// <summary>The same filter's figures on another day, from the same facts.</summary>
    public FigureValues Of(KnownProgramme known, ApplicationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(filter);
        var scope = known.Scope with { Filter = filter, AsOf = filter.InstantAt(time.GetUtcNow().UtcDateTime) };
        Forget(known);
        return kept.GetOrAdd(
            new Key(known.PerimeterKey, filter, ParisTime.DayOf(scope.AsOf), known.Stamp),
            _ => new Lazy<FigureValues>(() => new FigureValues(ProgrammeStanding.Of(known.Facts, scope)))
        ).Value;
    }

    private void Forget(KnownProgramme known)
    {
        foreach (var old in kept.Keys.Where(key => key.Perimeter == known.PerimeterKey && key.Stamp < known.Stamp))
        {
            kept.TryRemove(old, out _);
        }

        if (kept.Count > MostKept)
        {
            kept.Clear();
        }
    }

    private sealed record Key(string Perimeter, ApplicationFilter Filter, DateOnly Day, long Stamp);
}

/// <summary>The figures of one standing, each computed once when it is first asked for.</summary>
public sealed class FigureValues(ProgrammeStanding standing)
{
    private readonly ConcurrentDictionary<KeyFigure, FigureValue?> values = new();

    public ProgrammeStanding Standing { get; } = standing;

    /// <summary>Null where the viewer may not see it.</summary>
    public FigureValue? Of(KeyFigure figure) => values.GetOrAdd(figure, one => one.ValueOf(Standing));
}

/// <summary>What a dashboard's headline is made of.</summary>
/// <param name="Week">Seven days before.</param>
/// <param name="Committee">At the end of the day of the last steering committee before; null where none sat.</param>
public sealed record DashboardReading(
    KnownProgramme Known,
    FigureValues Now,
    FigureValues Week,
    FigureValues? Committee,
    DateOnly? CommitteeOn
)
{
    /// <summary>Paris day that is looked at.</summary>
    public DateOnly Day => Now.Standing.Day;
}
