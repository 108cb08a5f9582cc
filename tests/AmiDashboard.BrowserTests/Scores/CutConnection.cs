using System.Text.RegularExpressions;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Scores;

/// <summary>A page's line to the server, which a test may cut and mend.</summary>
internal sealed class CutConnection
{
    private static readonly Regex Line = new("/_blazor", RegexOptions.None, TimeSpan.FromSeconds(1));
    private readonly List<IWebSocketRoute> sockets = [];
    private bool isCut;

    /// <summary>Asked before the page opens its circuit.</summary>
    public static async Task<CutConnection> OfAsync(BrowserPage page)
    {
        var line = new CutConnection();
        page.IsSpent = true;
        await page.Page.RouteWebSocketAsync(Line, line.Connect);
        await page.Page.RouteAsync(Line, route => line.isCut ? route.AbortAsync() : route.ContinueAsync());
        return line;
    }

    public async Task CutAsync()
    {
        isCut = true;
        foreach (var socket in sockets)
        {
            await socket.CloseAsync();
        }

        sockets.Clear();
    }

    public void Mend() => isCut = false;

    private void Connect(IWebSocketRoute socket)
    {
        if (isCut)
        {
            _ = socket.CloseAsync();
        }
        else
        {
            socket.ConnectToServer();
            sockets.Add(socket);
        }
    }
}
