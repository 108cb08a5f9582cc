using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>What every page of prototypes shares: it follows those that the viewer may see.</summary>
public abstract class PrototypeComponent : LiveComponent
{
    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>Paris day.</summary>
    protected DateOnly Today => ParisTime.DayOf(Time.GetUtcNow().UtcDateTime);

    protected override IDisposable Follow(Func<Task> redraw) => Updates.FollowPrototypes(Viewer, redraw);

    /// <summary>Whether the viewer may do this to a project.</summary>
    protected bool May(Right right, int edition, int number) => Viewer.PerimeterOf(right).Admits(edition, number);
}
