using System.Diagnostics;
using AmiDashboard.Engines;

namespace AmiDashboard.Running;

/// <summary>The program with the demonstration, as a process that may be killed and started again at the same address.</summary>
internal sealed class KilledProgram : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("amidashboard-");
    private Process? process;

    public Uri Address { get; } = new($"http://localhost:{FreePort.Take()}/");

    /// <summary>Waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec",
                Path.Combine(AppContext.BaseDirectory, "AmiDashboard.Web.dll"),
                "--environment=Development",
                $"--urls={Address}",
                $"--ConnectionStrings:AmiDashboard=Data Source={Path.Combine(folder.FullName, "program.db")}",
                "--Demonstration:Enabled=true",
                "--Logging:LogLevel:Default=Warning",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(client))
        {
            Assert.False(process.HasExited, "The program ended before it answered.");
            await Task.Delay(200);
        }
    }

    /// <summary>By the system's own signal: nothing is said to anybody.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
