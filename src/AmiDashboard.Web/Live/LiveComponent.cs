using AmiDashboard.Core.People;
using AmiDashboard.Web.Acts;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Live;

/// <summary>
/// What every page and card that shows facts shares: it loads for the viewer, loads again when a parameter changes or
/// when something within the perimeter changed, and hears nothing once closed.
/// </summary>
public abstract class LiveComponent : ActingComponent, IDisposable
{
    private IDisposable? following;
    private bool isClosed;

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required LiveUpdates Updates { get; set; }

    /// <summary>The person the page is for, as the product's own table has them.</summary>
    protected Viewer Viewer => Current.Value;

    /// <summary>Reads what is shown; called on the circuit's own thread.</summary>
    protected abstract Task LoadAsync();

    /// <summary>What the component listens to: applications within the perimeter, unless it says otherwise.</summary>
    protected virtual IDisposable Follow(Func<Task> redraw) => Updates.Follow(Viewer, redraw);

    protected override async Task OnParametersSetAsync()
    {
        if (following is null && RendererInfo.IsInteractive)
        {
            following = Follow(() => InvokeAsync(ReloadAsync));
        }

        await LoadAsync();
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            isClosed = true;
            following?.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private async Task ReloadAsync()
    {
        if (!isClosed)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }
}
