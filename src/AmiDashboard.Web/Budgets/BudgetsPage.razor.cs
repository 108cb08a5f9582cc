using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Applications;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>Where the money of the filter stands, what of it wants looking at, and who keeps what.</summary>
public sealed partial class BudgetsPage
{
    private KnownBudgets? known;
    private FilterValues? values;
    private IReadOnlyList<(string Name, Money Amount)> headline = [];
    private IReadOnlyList<BudgetAlertCount> alerts = [];
    private IReadOnlyList<ProjectLine> lines = [];
    private readonly Dictionary<BudgetAlert, ElementReference> counters = [];

    /// <summary>The counter that was pressed: the keyboard stays on it, where another address goes to the heading.</summary>
    private BudgetAlert? pressed;
    private bool isLoaded;

    [Inject]
    public required BudgetFigures Figures { get; set; }

    [Inject]
    public required ApplicationFilterValues Values { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = AlertAddress.Parameter)]
    public string? AskedAlert { get; set; }

    /// <summary>From 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? AskedPage { get; set; }

    private ApplicationFilter Filter => FilterAddress.Read(Navigation.Uri);

    private BudgetAlert? Alert => AlertAddress.Read(AskedAlert);

    private int Page => Math.Max(0, (AskedPage ?? 1) - 1);

    private KeyValuePair<string, string?>[] AlertKept => AlertOf(Alert);

    private bool HasProjects => lines.Count > 0 || Alert is not null;

    private bool HasMoney => HasProjects || headline.Any(figure => figure.Amount != Money.Zero);

    /// <summary>Envelopes are of whole editions: those of the filter that the viewer sees whole.</summary>
    private IReadOnlyList<EditionBudget> Envelopes =>
        [
            .. known!
                .Facts.Editions.Values.Where(edition => (Filter.Edition ?? edition.Edition) == edition.Edition)
                .OrderBy(edition => edition.Edition),
        ];

    protected override async Task LoadAsync()
    {
        values = await Values.RunAsync(Viewer, new(Filter.Edition));
        known = await Figures.RunAsync(Viewer, new(Filter));
        headline = BudgetHeadline.Of(EnvelopeWaterfall.Of(known.Facts, known.Scope));
        alerts = BudgetAlerts.Of(known.Facts, known.Scope).Counts;
        var raised = alerts.FirstOrDefault(one => one.Alert == Alert)?.Projects.Numbers;
        lines =
        [
            .. ProjectStanding
                .Of(known.Facts, known.Scope)
                .Where(standing => standing.HasMoney && raised?.Contains(standing.Number) != false)
                .Select(ProjectLine.Of),
        ];
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isLoaded && pressed is { } alert)
        {
            pressed = null;

            // After the router, which has drawn the same and sends the keyboard to the heading.
            await Task.Yield();
            await counters[alert].FocusAsync(preventScroll: true);
        }
    }

    private static KeyValuePair<string, string?>[] AlertOf(BudgetAlert? alert) =>
        [new(AlertAddress.Parameter, alert is { } one ? AlertAddress.NameOf(one) : null)];

    /// <summary>A second press takes the filter away.</summary>
    private void Toggle(BudgetAlert alert)
    {
        (pressed, isLoaded) = (alert, false);
        Navigation.NavigateTo(FilterAddress.Of("/budgets", Filter, AlertOf(alert == Alert ? null : alert)));
    }

    private string PageAddress(int number) =>
        FilterAddress.Of(
            "/budgets",
            Filter,
            [.. AlertKept, new("page", number == 0 ? null : (number + 1).ToString(CultureInfo.InvariantCulture))]
        );
}
