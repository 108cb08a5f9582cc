using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Web.Charts;

/// <summary>
/// Draws each chart once for each version of the data and gives the same drawing to every viewer of the same perimeter.
/// Drawings of older versions are dropped.
/// </summary>
public sealed class ChartDrawings(
    ApplicationFigures applications,
    ScoreFigures scores,
    BudgetFigures budgets,
    PrototypeFigures prototypes,
    ProgrammeFigures programme,
    PinnedNotes pinned
)
{
    /// <summary>Drawings kept at once; past it the oldest versions go, then everything.</summary>
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<Key, Lazy<Drawing>> drawings = new();

    /// <summary>Each chart has its own: versions of applications and of scores are not the same numbers.</summary>
    private readonly ConcurrentDictionary<string, long> newest = new(StringComparer.Ordinal);

    public async Task<ShownDrawing> DrawAsync(
        Viewer viewer,
        ChartDefinition chart,
        ApplicationFilter filter,
        ChartStyle style,
        CancellationToken cancellation = default
    )
    {
        var canvas = await CanvasAsync(viewer, chart, filter, cancellation);
        var notes = await pinned.OfAsync(viewer, chart, canvas.Scope, cancellation);
        var day = ParisTime.DayOf(canvas.Scope.AsOf);
        var key = new Key(chart.Name, filter, canvas.PerimeterKey, canvas.Version, day, style, StampOf(notes));
        var drawing = drawings.GetOrAdd(
            key,
            _ => new Lazy<Drawing>(() => canvas.Draw(style, PinnedNotes.Numbered(notes)))
        );
        Forget(chart.Name, canvas.Version);
        return new ShownDrawing(drawing.Value, canvas.Version) { Notes = notes };
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
        var canvas = await CanvasAsync(viewer, chart, filter, cancellation);
        var notes = await pinned.OfAsync(viewer, chart, canvas.Scope, cancellation);
        return canvas.DrawPng(style, PinnedNotes.Numbered(notes));
    }

    /// <summary>A note is never edited: its id says all of it.</summary>
    private static string StampOf(IReadOnlyList<ChartNote> notes) =>
        string.Join(',', notes.Select(note => note.Id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>For a document.</summary>
    public async Task<ChartSketch> SketchAsync(
        Viewer viewer,
        ChartDefinition chart,
        ApplicationFilter filter,
        ChartStyle style,
        CancellationToken cancellation = default
    )
    {
        var canvas = await CanvasAsync(viewer, chart, filter, cancellation);
        var notes = await pinned.OfAsync(viewer, chart, canvas.Scope, cancellation);
        return canvas.Sketch(style, PinnedNotes.Numbered(notes));
    }

    /// <summary>The chart with the facts that its right reaches for this viewer.</summary>
    private async Task<Canvas> CanvasAsync(
        Viewer viewer,
        ChartDefinition chart,
        ApplicationFilter filter,
        CancellationToken cancellation
    )
    {
        switch (chart)
        {
            case ChartDefinition<IEnumerable<ApplicationFact>> definition:
                var facts = await applications.RunAsync(viewer, new(filter), cancellation);
                return Canvas.Of(definition, facts.Facts, facts.Scope, facts.Version, facts.PerimeterKey);
            case ChartDefinition<ScoreFacts> definition:
                var known = await scores.KnownAsync(viewer, definition.Right, filter, cancellation);
                return Canvas.Of(definition, known.Facts, known.Scope, known.Stamp, known.PerimeterKey);
            case ChartDefinition<BudgetFacts> definition:
                var money = await budgets.RunAsync(viewer, new(filter), cancellation);
                return Canvas.Of(definition, money.Facts, money.Scope, money.Stamp, money.PerimeterKey);
            case ChartDefinition<PrototypeFacts> definition:
                var plans = await prototypes.RunAsync(viewer, new(filter), cancellation);
                return Canvas.Of(definition, plans.Facts, plans.Scope, plans.Stamp, plans.PerimeterKey);
            case ChartDefinition<ProgrammeFacts> definition:
                var all = await programme.RunAsync(viewer, new(filter), cancellation);
                return Canvas.Of(definition, all.Facts, all.Scope, all.Stamp, all.PerimeterKey);
            default:
                throw new ArgumentOutOfRangeException(nameof(chart), chart.Name, null);
        }
    }

    private void Forget(string chart, long version)
    {
        if (version > newest.GetValueOrDefault(chart))
        {
            newest[chart] = version;
            foreach (var old in drawings.Keys.Where(key => key.Chart == chart && key.Version < version))
            {
                drawings.TryRemove(old, out _);
            }
        }

        if (drawings.Count > MostKept)
        {
            drawings.Clear();
        }
    }

    private sealed record Canvas(
        Func<ChartStyle, ImmutableArray<PinnedNote>, Drawing> Draw,
        Func<ChartStyle, ImmutableArray<PinnedNote>, byte[]> DrawPng,
        Func<ChartStyle, ImmutableArray<PinnedNote>, ChartSketch> Sketch,
        long Version,
        string PerimeterKey,
        FigureScope Scope
    )
    {
        public static Canvas Of<TFacts>(
            ChartDefinition<TFacts> chart,
            TFacts facts,
            FigureScope scope,
            long version,
            string perimeter
        ) =>
            new(
                (style, notes) => chart.Draw(facts, scope, style, notes),
                (style, notes) => chart.DrawPng(facts, scope, style, notes: notes),
                (style, notes) => chart.Sketch(facts, scope, style, notes),
                version,
                perimeter,
                scope
            );
    }

    private sealed record Key(
        string Chart,
        ApplicationFilter Filter,
        string Perimeter,
        long Version,
        DateOnly Day,
        ChartStyle Style,
        string Notes
    );
}

/// <param name="Version">Of the data it shows.</param>
public sealed record ShownDrawing(Drawing Drawing, long Version)
{
    /// <summary>Pinned to it, in the order of their numbers.</summary>
    public IReadOnlyList<ChartNote> Notes { get; init; } = [];
}
