using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AmiDashboard.Web.Live;

/// <summary>
/// A script that follows one element of a component in the browser, and calls the component back: imported once, and let go
/// of with the component, also when the browser is gone. The module exports <c>follow</c> and <c>leave</c>.
/// </summary>
internal sealed class ElementScript<T>(T component) : IAsyncDisposable
    where T : class
{
    private readonly DotNetObjectReference<T> self = DotNetObjectReference.Create(component);
    private IJSObjectReference? module;
    private ElementReference element;
    private bool isClosed;

    /// <param name="arguments">What the script's <c>follow</c> takes after the element and the component.</param>
    public async Task FollowAsync(
        IJSRuntime browser,
        string address,
        ElementReference followed,
        params IEnumerable<object?> arguments
    )
    {
        var imported = await browser.InvokeAsync<IJSObjectReference>("import", address);
        if (isClosed)
        {
            // The component went while its script was on the way: there is nothing to follow any more.
            await WithBrowserAsync(imported.DisposeAsync);
            return;
        }

        (module, element) = (imported, followed);
        await module.InvokeVoidAsync("follow", [element, self, .. arguments]);
    }

    /// <summary>Asks the script something about the element; the default where it follows none.</summary>
    public async ValueTask<TAnswer?> AskAsync<TAnswer>(string function) =>
        module is null ? default : await module.InvokeAsync<TAnswer>(function, element);

    public async ValueTask DisposeAsync()
    {
        isClosed = true;
        try
        {
            if (module is { } following)
            {
                module = null;
                await WithBrowserAsync(async () =>
                {
                    await following.InvokeVoidAsync("leave", element);
                    await following.DisposeAsync();
                });
            }
        }
        finally
        {
            self.Dispose();
        }
    }

    /// <summary>
    /// A browser that is gone has nothing left to let go of. It may be known to be, or go before it answered: the question
    /// is cancelled then. What a script itself gets wrong is thrown.
    /// </summary>
    private static async ValueTask WithBrowserAsync(Func<ValueTask> letGo)
    {
        try
        {
            await letGo();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException) { }
    }
}
