using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// One body's page: figures with their change, alerts, what awaits the person, charts. Everything it shows is in its
/// address: filters, past day, the figure that explains itself, the day it is compared with.
/// </summary>
public sealed partial class DashboardPage
{
    private DashboardReading? reading;
    private FigureValues? compared;
    private FilterValues? values;
    private Freshness? freshness;
    private ImmutableArray<CardPlace> places = [];
    private string remembered = "";
    private string? refused;
    private DashboardPlan? recalled;

    /// <summary>What the charts are of: the filter, and the projects of the alert that was pressed.</summary>
    private ApplicationFilter shown = ApplicationFilter.All;

    /// <summary>Null for one's own.</summary>
    [Parameter]
    public string? Name { get; set; }

    [SupplyParameterFromQuery(Name = DashboardAddress.Figure)]
    public string? AskedFigure { get; set; }

    [SupplyParameterFromQuery(Name = DashboardAddress.Alert)]
    public string? AskedAlert { get; set; }

    [SupplyParameterFromQuery(Name = DashboardAddress.Compared)]
    public string? AskedDay { get; set; }

    [Inject]
    public required DashboardReadings Readings { get; set; }

    [Inject]
    public required ApplicationFilterValues Values { get; set; }

    [Inject]
    public required SourceFreshness Source { get; set; }

    [Inject]
    public required OwnLayout Layouts { get; set; }

    [Inject]
    public required ArrangeDashboard Arrange { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private DashboardPlan? Plan =>
        Name is null
            ? DashboardPlan.OwnOf(Viewer)
            : DashboardPlan.OpenTo(Viewer).FirstOrDefault(plan => plan.Name == Name);

    private string Path => Name is null ? "/" : $"/tableaux/{Name}";

    private ApplicationFilter Filter => FilterAddress.Read(Navigation.Uri);

    private KeyFigure? Asked => KeyFigures.Find(AskedFigure);

    private KeyFigure? Alerted => Plan?.Alerts.FirstOrDefault(alert => alert.Name == AskedAlert);

    private DateOnly? ComparedOn => AddressDay.Read(AskedDay);

    /// <summary>What of the address a change of filter keeps.</summary>
    private IReadOnlyList<KeyValuePair<string, string?>> Kept =>
        [
            new(DashboardAddress.Figure, Asked?.Name),
            new(DashboardAddress.Alert, Alerted?.Name),
            new(DashboardAddress.Compared, AddressDay.Of(ComparedOn)),
        ];

    /// <summary>What there is to hear of a programme: applications, their reviews, the money, the prototypes.</summary>
    protected override IDisposable Follow(Func<Task> redraw) => Updates.FollowProgramme(Viewer, redraw);

    protected override async Task LoadAsync()
    {
        if (Plan is not { } plan || !await RecallAsync(plan))
        {
            return;
        }

        values = await Values.RunAsync(Viewer, new(Filter.Edition));
        freshness = await Source.RunAsync(Viewer, new(Filter.Edition));
        reading = await Readings.ReadAsync(Viewer, Filter);
        compared = ComparedOn is { } day ? Readings.Of(reading.Known, Filter with { AsOf = day }) : null;
        shown = Alerted is { } alert ? OfAlert(alert) : Filter;
    }

    /// <summary>
    /// The page as the person arranged it, with the filter they left it with where the address has none: false where the
    /// page is left for that address. From then on every filter is remembered, the empty one too; never a past day, which
    /// somebody would take for today.
    /// </summary>
    private async Task<bool> RecallAsync(DashboardPlan plan)
    {
        var filter = FilterAddress.Of("", Filter with { AsOf = null, Numbers = null }).TrimStart('?');
        if (recalled != plan)
        {
            recalled = plan;
            var layout = await Layouts.RunAsync(Viewer, new(plan.Name));
            places = CardPlace.Arranged(ChartsOf(plan), layout?.Cards ?? []);
            if (new Uri(Navigation.Uri).Query.Length == 0 && layout is { Filter.Length: > 0 })
            {
                Navigation.NavigateTo($"{Path}?{layout.Filter}", replace: true);
                return false;
            }

            // A link that somebody sent is looked at; only what is chosen here is remembered.
            remembered = filter;
        }

        if (filter != remembered && RendererInfo.IsInteractive)
        {
            remembered = filter;
            await Arrange.RunAsync(Viewer, new(plan.Name, Filter: filter));
        }

        return true;
    }

    private List<string> ChartsOf(DashboardPlan plan) =>
        [.. plan.Charts.Where(chart => Viewer.Can(chart.Right)).Select(chart => chart.Name)];

    private async Task ArrangeAsync(ImmutableArray<CardPlace> arranged)
    {
        if (Plan is { } plan)
        {
            places = CardPlace.Arranged(ChartsOf(plan), arranged);
            var outcome = await Arrange.RunAsync(Viewer, new(plan.Name, Cards: arranged));
            refused = outcome.Refusal is { } refusal ? RefusalText.Of(refusal, L) : null;
        }
    }

    private ApplicationFilter OfAlert(KeyFigure alert)
    {
        var numbers = alert.Explain(reading!.Now.Standing)?.Parts.Select(part => part.Number).OfType<int>() ?? [];
        return NumberSet.Of(numbers) is { } named ? Filter with { Numbers = named } : Filter;
    }

    private string FigureAddress(KeyFigure? figure) => With(DashboardAddress.Figure, figure?.Name);

    private string AlertAddress(KeyFigure alert) => With(DashboardAddress.Alert, alert == Alerted ? null : alert.Name);

    /// <summary>A mark of a chart narrows the whole page, and says so in a chip that takes it back.</summary>
    private string Narrowed(ApplicationFilter mark) => FilterAddress.Of(Path, Filter.NarrowedBy(mark), Kept);

    private string With(string parameter, string? value) =>
        FilterAddress.Of(Path, Filter, [.. Kept.Where(pair => pair.Key != parameter), new(parameter, value)]);
}
