using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Live;
using AmiDashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AmiDashboard.Web.Charts;

/// <summary>
/// The one card that shows any chart of the catalogue: title, takeaway, drawing with its hit areas, the same data as a
/// table, downloads, freshness. Follows the data live and redraws for the width it gets.
/// </summary>
public sealed partial class ChartCard
{
    private static readonly string[] Formats = ["png", "svg", "csv", "xlsx"];

    /// <summary>Widths that are drawn, in pixels: few, so that viewers share drawings.</summary>
    private static readonly int[] Widths = [340, 520, 760, 1100];

    private ElementReference card;
    private ShownDrawing? shown;
    private bool isTable;
    private int? measured;
    private ElementReference noteOpener;
    private bool isNoting;
    private ElementScript<ChartCard>? script;

    [Parameter, EditorRequired]
    public required ChartDefinition Chart { get; set; }

    [Parameter, EditorRequired]
    public required ApplicationFilter Filter { get; set; }

    [Parameter]
    public Freshness? Freshness { get; set; }

    /// <summary>Where a mark leads, given its rows: to the list of them unless the page has a better use for it.</summary>
    [Parameter]
    public Func<ApplicationFilter, string>? MarkAddress { get; set; }

    /// <summary>Across the whole page.</summary>
    [Parameter]
    public bool IsWide { get; set; }

    [Inject]
    public required Appearance Look { get; set; }

    [Inject]
    public required ChartDrawings Drawings { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    /// <summary>A note is pinned today: a past day is only looked at.</summary>
    private bool MayNote =>
        Filter.AsOf is null && Viewer.Can(PinNote.Right) && ChartNoteRules.MayRead(Viewer, Chart.Name, edition: null);

    private string TitleId => $"chart-{Chart.Name}";

    private string Title => Chart.Title(CultureInfo.CurrentUICulture);

    /// <summary>Until the card is measured, the width it has at a desk, where two stand side by side or one is wide.</summary>
    private int Width => measured ?? (IsWide ? 1100 : 520);

    private ChartStyle Style =>
        new(
            Look.IsDark ? ChartTheme.Dark : ChartTheme.Light,
            CultureInfo.CurrentUICulture,
            Width,
            Chart.HeightAt(Width)
        );

    /// <summary>The widest drawing that is not wider than the card; called by the card's script when its size changes.</summary>
    [JSInvokable]
    public Task Resized(double pixels)
    {
        var fitting = Widths.LastOrDefault(one => one <= pixels, Widths[0]);
        var isDrawn = fitting == Width;
        measured = fitting;
        return isDrawn ? Task.CompletedTask : RedrawAsync(LoadAsync);
    }

    public async ValueTask DisposeAsync()
    {
        Look.Changed -= Recolour;
        Dispose(disposing: true);
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }

    protected override void OnInitialized() => Look.Changed += Recolour;

    protected override IDisposable Follow(Func<Task> redraw) =>
        Updates.WithNotes(FollowFacts(redraw), Viewer, Chart.Name, redraw);

    private IDisposable FollowFacts(Func<Task> redraw) =>
        ChartCatalog.Scores.Contains(Chart) ? Updates.FollowScores(Viewer, redraw)
        : ChartCatalog.Budgets.Contains(Chart) ? Updates.FollowBudgets(Viewer, redraw)
        : ChartCatalog.Prototypes.Contains(Chart) ? Updates.FollowPrototypes(Viewer, redraw)
        : base.Follow(redraw);

    protected override async Task LoadAsync() => shown = await Drawings.DrawAsync(Viewer, Chart, Filter, Style);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = new ElementScript<ChartCard>(this);
            await script.FollowAsync(Browser, "./js/chart-card.js", card);
        }
    }

    private async Task CloseNoteAsync()
    {
        isNoting = false;
        await noteOpener.FocusAsync();
    }

    private void Recolour() => Redraw(LoadAsync);

    private string Address(ApplicationFilter rows)
    {
        var then = rows with { AsOf = Filter.AsOf };
        return MarkAddress?.Invoke(then) ?? FilterAddress.Of(Chart.RowsPath, then);
    }

    private string Download(string format) => FilterAddress.Of($"/export/{Chart.Name}.{format}", Filter);

    private string Place(HitArea area) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"left:{area.X / Style.Width * 100:0.###}%;top:{area.Y / Style.Height * 100:0.###}%;width:{area.Width / Style.Width * 100:0.###}%;height:{area.Height / Style.Height * 100:0.###}%"
        );

    /// <summary>Labels open towards the middle, so that none leaves the card.</summary>
    private string Side(HitArea area) =>
        area.X + (area.Width / 2) > Style.Width / 2d ? "hit-label-left" : "hit-label-right";
}
