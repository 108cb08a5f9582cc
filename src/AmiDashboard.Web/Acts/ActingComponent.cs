using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Web.Faults;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace AmiDashboard.Web.Acts;

/// <summary>
/// What every component of the product is: whatever a person asks of it runs here. What fails is told and ends nothing; a
/// second click or submission is not heard before the browser shows what became of the first, for until then it was made
/// on the old screen. A redraw from outside that fails is shown by the region around.
/// </summary>
/// <remarks>Who overrides <see cref="ComponentBase.ShouldRender"/> has no handlers: a screen that stays is never answered.</remarks>
[SuppressMessage("Design", "CA1033", Justification = "As in ComponentBase: nothing of it is for a component to call.")]
public abstract class ActingComponent : ComponentBase, IHandleEvent, IHandleAfterRender
{
    private int running;
    private bool isActing;
    private bool isBetweenUnseen;
    private int unseen;
    private bool hasRendered;

    [Inject]
    public required Incidents Incidents { get; set; }

    /// <summary>While something that was asked of it goes on, for its buttons to show: the guard is not theirs.</summary>
    protected bool IsBusy => running > 0;

    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (!IsOfAHand(arg))
        {
            return RunAsync(item, arg);
        }

        return isActing || unseen > 0 ? Task.CompletedTask : ActAsync(item, arg);
    }

    Task IHandleAfterRender.OnAfterRenderAsync()
    {
        if (isActing)
        {
            isBetweenUnseen = false;
        }
        else
        {
            unseen = Math.Max(0, unseen - 1);
        }

        var isFirst = !hasRendered;
        hasRendered = true;
        OnAfterRender(isFirst);
        return OnAfterRenderAsync(isFirst);
    }

    /// <summary>Draws anew, from any thread, after <paramref name="load"/>.</summary>
    protected void Redraw(Func<Task> load) => _ = InvokeAsync(() => RedrawAsync(load));

    /// <summary>The same after <paramref name="change"/>, where something is another.</summary>
    protected void Redraw(Action? change = null) =>
        Redraw(() =>
        {
            change?.Invoke();
            return Task.CompletedTask;
        });

    /// <summary>The same on the circuit's own thread.</summary>
    protected async Task RedrawAsync(Func<Task> load)
    {
        try
        {
            await load();
            StateHasChanged();
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private static bool IsOfAHand(object? arg) =>
        arg is MouseEventArgs { Type: "click" } || arg?.GetType() == typeof(EventArgs);

    private async Task ActAsync(EventCallbackWorkItem item, object? arg)
    {
        (isActing, isBetweenUnseen) = (true, false);
        Incidents.TryAgain(this);
        await RunAsync(item, arg);
        (isActing, unseen) = (false, isBetweenUnseen ? 2 : 1);
    }

    private async Task RunAsync(EventCallbackWorkItem item, object? arg)
    {
        running++;
        try
        {
            var run = item.InvokeAsync(arg);
            if (!run.IsCompleted)
            {
                isBetweenUnseen = isActing;
                StateHasChanged();
            }

            await run;
        }
        catch (Exception gone) when (gone is OperationCanceledException or JSDisconnectedException)
        {
            // Nobody waits for it any more.
        }
        catch (Exception failure) when (failure is not NavigationException)
        {
            Incidents.Tell(this, failure);
        }
        finally
        {
            running--;
            StateHasChanged();
        }
    }
}
