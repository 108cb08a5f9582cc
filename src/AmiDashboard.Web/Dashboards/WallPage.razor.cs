using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Charts.Dashboards;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Charts;
using AmiDashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// One body's figures on a wall: full screen, a view after the other, in large type. All views are in the page; the browser
/// turns them (wall.js), and goes on while the server is away. Nothing in it names anybody, or counts one to four.
/// </summary>
public sealed partial class WallPage
{
    /// <summary>Logical pixels: a drawing is stretched over the screen, and its type with it.</summary>
    private const int WideWidth = 820;

    private const int TallWidth = 460;

    /// <summary>Days change and terms expire without any change of the data.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    private WallReading? reading;
    private Freshness? freshness;
    private IReadOnlyList<FigureValue> values = [];
    private IReadOnlyList<WallView> charts = [];

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [SupplyParameterFromQuery(Name = WallAddress.Seconds)]
    public string? AskedSeconds { get; set; }

    [Inject]
    public required WallReadings Readings { get; set; }

    [Inject]
    public required ChartDrawings Drawings { get; set; }

    [Inject]
    public required SourceFreshness Source { get; set; }

    [Inject]
    public required Appearance Look { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private DashboardPlan? Plan => DashboardPlan.OpenTo(Viewer).FirstOrDefault(plan => plan.Name == Name);

    private ApplicationFilter Filter => FilterAddress.Read(Navigation.Uri);

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <summary>Null for now, and for a day to come.</summary>
    private DateOnly? PastDay => Filter.AsOf < ParisTime.DayOf(Now) ? Filter.AsOf : null;

    private bool IsOld => PastDay is null && freshness?.SynchronisedAt is { } at && Now - at > FreshFor;

    protected override void OnInitialized() => Look.Changed += Recolour;

    /// <summary>Redraws after any change of the programme, and now and then without one.</summary>
    protected override IDisposable Follow(Func<Task> redraw) => Updates.FollowProgramme(Viewer, redraw, Again);

    protected override async Task LoadAsync()
    {
        if (Plan is not { } plan)
        {
            return;
        }

        freshness = Viewer.Can(SourceFreshness.Right) ? await Source.RunAsync(Viewer, new(Filter.Edition)) : null;
        var read = await Readings.ReadAsync(Viewer, Filter);
        var standing = read.Figures.Now.Standing;
        charts = await DrawnAsync(plan);
        values =
        [
            .. plan
                .Figures.Select(read.Figures.Now.Of)
                .OfType<FigureValue>()
                .Where(value => !read.Small.HidesAllOf(standing, value.Figure.Right)),
        ];
        reading = read;
    }

    protected override void Dispose(bool disposing)
    {
        Look.Changed -= Recolour;
        base.Dispose(disposing);
    }

    /// <summary>Those of the body's page that may stand on a wall, in its order; none that is empty.</summary>
    private async Task<IReadOnlyList<WallView>> DrawnAsync(DashboardPlan plan)
    {
        var drawn = new List<WallView>();
        foreach (var chart in plan.Charts.Select(one => WallCharts.Find(one.Name)))
        {
            if (chart is not null && Viewer.Can(chart.Right))
            {
                var wide = await Drawings.DrawAsync(Viewer, chart, Filter, StyleOf(chart, WideWidth));
                if (!wide.Drawing.IsEmpty)
                {
                    drawn.Add(
                        new(chart, wide, await Drawings.DrawAsync(Viewer, chart, Filter, StyleOf(chart, TallWidth)))
                    );
                }
            }
        }

        return drawn;
    }

    private ChartStyle StyleOf(ChartDefinition chart, int width) =>
        new(
            Look.IsDark ? ChartTheme.Dark : ChartTheme.Light,
            CultureInfo.CurrentUICulture,
            width,
            chart.HeightAt(width)
        );

    private void Recolour() => Redraw(LoadAsync);

    /// <param name="Tall">The same for a screen that stands upright.</param>
    private sealed record WallView(ChartDefinition Chart, ShownDrawing Wide, ShownDrawing Tall);
}
