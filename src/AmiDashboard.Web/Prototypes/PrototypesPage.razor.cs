using System.Globalization;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>Where the prototypes of the filter stand, and what of them wants looking at.</summary>
public sealed partial class PrototypesPage
{
    private KnownPrototypes? known;
    private FilterValues? values;
    private IReadOnlyList<(string Name, string Value)> headline = [];
    private IReadOnlyList<PrototypeAlertCount> alerts = [];
    private IReadOnlyList<PrototypeLine> lines = [];
    private IReadOnlyList<AwaitingLaureate> awaiting = [];
    private readonly Dictionary<PrototypeAlert, ElementReference> counters = [];

    /// <summary>The counter that was pressed: the keyboard stays on it, where another address goes to the heading.</summary>
    private PrototypeAlert? pressed;
    private bool isLoaded;

    [Inject]
    public required PrototypeFigures Figures { get; set; }

    [Inject]
    public required AwaitingSupport Awaiting { get; set; }

    [Inject]
    public required ApplicationFilterValues Values { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = PrototypeAlertAddress.Parameter)]
    public string? AskedAlert { get; set; }

    /// <summary>From 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? AskedPage { get; set; }

    private ApplicationFilter Filter => FilterAddress.Read(Navigation.Uri);

    private PrototypeAlert? Alert => PrototypeAlertAddress.Read(AskedAlert);

    private int Page => AddressNumber.PageOf(AskedPage);

    private KeyValuePair<string, string?>[] AlertKept => AlertOf(Alert);

    private bool HasPrototypes => lines.Count > 0 || Alert is not null;

    protected override async Task LoadAsync()
    {
        values = await Values.RunAsync(Viewer, new(Filter.Edition));
        known = await Figures.RunAsync(Viewer, new(Filter));
        PlanStanding[] standings =
        [
            .. known.Facts.Admitted(known.Scope).Select(fact => PlanStanding.Of(fact, known.Scope.AsOf)),
        ];
        headline = PrototypeHeadline.Of(standings, known.Scope.AsOf);
        alerts = PrototypeAlerts.Of(known.Facts, known.Scope).Counts;
        var raised = alerts.FirstOrDefault(one => one.Alert == Alert)?.Projects.Numbers;
        lines =
        [
            .. standings
                .Where(standing => raised?.Contains(standing.Number) != false)
                .Select(standing => PrototypeLine.Of(standing, known.Scope.AsOf))
                // Those under way first, and among them who is furthest behind.
                .OrderBy(line => line.IsFinished)
                .ThenByDescending(line => line.SlipDays)
                .ThenBy(line => line.Number),
        ];
        awaiting = Viewer.Can(Right.LeadSupport)
            ? [.. (await Awaiting.RunAsync(Viewer, new())).Where(one => (Filter.Edition ?? one.Edition) == one.Edition)]
            : [];
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isLoaded && pressed is { } alert && counters.TryGetValue(alert, out var counter))
        {
            pressed = null;

            // After the router, which has drawn the same and sends the keyboard to the heading.
            await Task.Yield();
            await counter.FocusAsync(preventScroll: true);
        }
    }

    private static KeyValuePair<string, string?>[] AlertOf(PrototypeAlert? alert) =>
        [new(PrototypeAlertAddress.Parameter, alert is { } one ? PrototypeAlertAddress.NameOf(one) : null)];

    /// <summary>A second press takes the filter away.</summary>
    private void Toggle(PrototypeAlert alert)
    {
        (pressed, isLoaded) = (alert, false);
        Navigation.NavigateTo(FilterAddress.Of("/prototypes", Filter, AlertOf(alert == Alert ? null : alert)));
    }

    private string PageAddress(int number) =>
        FilterAddress.Of(
            "/prototypes",
            Filter,
            [.. AlertKept, new("page", number == 0 ? null : (number + 1).ToString(CultureInfo.InvariantCulture))]
        );
}
