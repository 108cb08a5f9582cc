using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
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

    /// <summary>What was pressed: the keyboard stays on it, where another address goes to the heading.</summary>
    private ElementReference? pressed;
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
    public string? AskedPage { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? AskedColumn { get; set; }

    [SupplyParameterFromQuery(Name = "desc")]
    public string? AskedDescending { get; set; }

    private ApplicationFilter Filter => FilterAddress.Read(Navigation.Uri);

    private BudgetAlert? Alert => AlertAddress.Read(AskedAlert);

    private int Page => AddressNumber.PageOf(AskedPage);

    private ProjectOrder? Order => ProjectOrder.Read(AskedColumn, AskedDescending == "true");

    private KeyValuePair<string, string?>[] Kept => [.. AlertOf(Alert), .. ProjectOrder.Pairs(Order)];

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
        var listed = ProjectStanding
            .Of(known.Facts, known.Scope)
            .Where(standing => standing.HasMoney && raised?.Contains(standing.Number) != false)
            .Select(ProjectLine.Of);
        lines = [.. Order?.Sort(listed) ?? listed];
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isLoaded && pressed is { } kept)
        {
            pressed = null;

            // After the router, which has drawn the same and sends the keyboard to the heading.
            await Task.Yield();
            await kept.FocusAsync(preventScroll: true);
        }
    }

    private static KeyValuePair<string, string?>[] AlertOf(BudgetAlert? alert) =>
        [new(AlertAddress.Parameter, alert is { } one ? AlertAddress.NameOf(one) : null)];

    /// <summary>A second press takes the filter away.</summary>
    private void Toggle(BudgetAlert alert)
    {
        KeepKeyboard(counters[alert]);
        Navigation.NavigateTo(
            FilterAddress.Of(
                "/budgets",
                Filter,
                [.. AlertOf(alert == Alert ? null : alert), .. ProjectOrder.Pairs(Order)]
            )
        );
    }

    private void KeepKeyboard(ElementReference on) => (pressed, isLoaded) = (on, false);

    private string OrderAddress(ProjectOrder order) =>
        FilterAddress.Of("/budgets", Filter, [.. AlertOf(Alert), .. ProjectOrder.Pairs(order)]);

    private string PageAddress(int number) =>
        FilterAddress.Of(
            "/budgets",
            Filter,
            [.. Kept, new("page", number == 0 ? null : (number + 1).ToString(CultureInfo.InvariantCulture))]
        );
}
