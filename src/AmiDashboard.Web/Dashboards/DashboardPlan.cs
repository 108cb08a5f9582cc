using System.Collections.Immutable;
using AmiDashboard.Charts;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Web.Dashboards;

/// <summary>What one body's page shows, in its order: the figures, alerts and charts that matter to it.</summary>
/// <param name="Name">In its address: <c>/tableaux/{name}</c>.</param>
public sealed record DashboardPlan(
    string Name,
    Profile Profile,
    ImmutableArray<KeyFigure> Figures,
    ImmutableArray<KeyFigure> Alerts,
    ImmutableArray<ChartDefinition> Charts
)
{
    private const string Money = "PaymentOverdue DocumentMissing ForecastBeyondGrant ConventionUnsigned Silent";
    private const string Plans = "MilestoneSlipped WeatherStale WeatherWorsening NoSupport TrialUnplanned";

    public static IReadOnlyList<DashboardPlan> All { get; } =
    [
        Of(
            "dinsic",
            Profile.Dinsic,
            "applications underReview reviewsLeft laureates under-way earned-share technical-hours trial-people",
            Plans,
            "deposits stages review-progress ministries techniques delays prototype-plan milestone-burnup support-hours weather"
        ),
        Of(
            "ditp",
            Profile.Ditp,
            "applications reviewsLeft laureates under-way earned-share strategic-hours trial-people usability",
            Plans,
            "weather support-hours trial-people satisfaction maturity risks stages deposits review-progress ministries"
        ),
        Of(
            "sgpi",
            Profile.Sgpi,
            "envelope granted contracted paid remaining left paidThisYear expectedThisYear",
            $"{Money} MilestoneSlipped WeatherWorsening",
            "envelope disbursements budget-ministries budget-projects payments-due stages deposits prototype-plan weather"
        ),
        Of(
            "cdc",
            Profile.Cdc,
            "committed contracted paid remaining overdue paidThisYear expectedThisYear paidShare",
            Money,
            "payments-due missing-documents disbursements budget-projects envelope budget-ministries weather stages"
        ),
        Of(
            "direction",
            Profile.Leadership,
            "applications laureates granted paid paidShare earned-share trial-people usability",
            $"{Money} {Plans}",
            "deposits stages review-progress score-distribution envelope disbursements prototype-plan weather trial-people satisfaction"
        ),
    ];

    public static DashboardPlan? Find(string? name) => All.FirstOrDefault(plan => plan.Name == name);

    /// <summary>The page that a person lands on; null for who has none: a team, a reviewer.</summary>
    public static DashboardPlan? OwnOf(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return All.FirstOrDefault(plan => viewer.Profiles.Any(held => held.Profile == plan.Profile))
            ?? (viewer.Can(Right.SeeFigures) ? All[^1] : null);
    }

    /// <summary>Any page is open to who sees figures; charts and figures without their right are left out of it.</summary>
    public static IEnumerable<DashboardPlan> OpenTo(Viewer viewer) => viewer.Can(Right.SeeFigures) ? All : [];

    private static DashboardPlan Of(string name, Profile profile, string figures, string alerts, string charts) =>
        new(
            name,
            profile,
            [.. figures.Split(' ').Select(KeyFigures.Of)],
            [.. alerts.Split(' ').Select(alert => KeyFigures.Of($"alert-{alert}"))],
            [.. charts.Split(' ').Select(chart => ChartCatalog.Find(chart)!)]
        );
}
