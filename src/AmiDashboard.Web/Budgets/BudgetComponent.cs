using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>What every page of budgets shares: it follows the money that the viewer may see.</summary>
public abstract class BudgetComponent : LiveComponent
{
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>Paris day.</summary>
    protected DateOnly Today => ParisTime.DayOf(Time.GetUtcNow().UtcDateTime);

    protected override IDisposable Follow(Func<Task> redraw) => Updates.FollowBudgets(Viewer, redraw);

    /// <summary>Whether the viewer may do this to a project.</summary>
    protected bool May(Right right, int edition, int number) => Viewer.PerimeterOf(right).Admits(edition, number);

    /// <summary>Whether the viewer may do this over a whole edition.</summary>
    protected bool MayAll(Right right, int edition) => Viewer.PerimeterOf(right).Covers(edition);
}
