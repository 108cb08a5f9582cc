using System.Collections.Concurrent;
using AmiDashboard.Charts;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Web.Charts;

/// <summary>
/// Draws each chart once for each version of the data and gives the same drawing to every viewer of the same perimeter.
/// Drawings of older versions are dropped.
/// </summary>
public sealed class ChartDrawings(ApplicationFigures figures)
{
    /// <summary>Drawings kept at once; past it the oldest versions go, then everything.</summary>
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<Key, Lazy<Drawing>> drawings = new();
    private long newest;

    public async Task<ShownDrawing> DrawAsync(
        Viewer viewer,
        ChartDefinition chart,
        ApplicationFilter filter,
        ChartStyle style,
        CancellationToken cancellation = default
    )
    {
        var facts = await figures.RunAsync(viewer, new(filter), cancellation);
        var key = new Key(
            chart.Name,
            filter,
            facts.PerimeterKey,
            facts.Version,
            ParisTime.DayOf(facts.Scope.AsOf),
            style
        );
        var drawing = drawings.GetOrAdd(key, _ => new Lazy<Drawing>(() => chart.Draw(facts.Facts, facts.Scope, style)));
        Forget(facts.Version);
        return new ShownDrawing(drawing.Value, facts.Version);
    }

    /// <summary>In pixels, for print; asked for now and then, so not kept.</summary>
    public async Task<byte[]> DrawPngAsync(
        Viewer viewer,
        ChartDefinition chart,
        ApplicationFilter filter,
        ChartStyle style,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(chart);
        var facts = await figures.RunAsync(viewer, new(filter), cancellation);
        return chart.DrawPng(facts.Facts, facts.Scope, style);
    }

    private void Forget(long version)
    {
        if (version > Interlocked.Read(ref newest))
        {
            Interlocked.Exchange(ref newest, version);
            foreach (var old in drawings.Keys.Where(key => key.Version < version))
            {
                drawings.TryRemove(old, out _);
            }
        }

        if (drawings.Count > MostKept)
        {
            drawings.Clear();
        }
    }

    private sealed record Key(
        string Chart,
        ApplicationFilter Filter,
        string Perimeter,
        long Version,
        DateOnly Day,
        ChartStyle Style
    );
}

/// <param name="Version">Of the data it shows.</param>
public sealed record ShownDrawing(Drawing Drawing, long Version);
