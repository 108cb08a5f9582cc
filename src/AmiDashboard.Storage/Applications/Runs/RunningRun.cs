using System.Diagnostics;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>Whose a running run is, and whether that process still lives.</summary>
internal static class RunningRun
{
    /// <summary>Longer than one request to the source may last, so that a slow page does not pass for a dead process.</summary>
    public static readonly TimeSpan HeartStops = TimeSpan.FromMinutes(2);

    public static readonly Refusal NotRunning = new("Refusal_RunNotRunning");

    /// <summary>This process, told from one that later gets the same number (in a container every process is number 1).</summary>
    public static readonly string Here = string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{StartOf(Process.GetCurrentProcess())}"
    );

    /// <summary>The run where it is running, and in this process; null otherwise.</summary>
    public static Task<SyncRun?> FindAsync(Writing writing, long run, CancellationToken cancellation) =>
        writing.Context.SyncRuns.SingleOrDefaultAsync(
            one => one.Id == run && one.State == SyncState.Running && one.Owner == Here,
            cancellation
        );

    public static bool IsAlive(SyncRun run, DateTime now) =>
        now - run.HeartbeatAt < HeartStops && !IsGone(run.Owner ?? "");

    /// <summary>True only where it can be known: of a process of this machine.</summary>
    private static bool IsGone(string owner)
    {
        var parts = owner.Split('/');
        if (
            parts.Length != 3
            || parts[0] != Environment.MachineName
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var start)
        )
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            // The system counts a start in ticks since its own: a second apart is the same.
            return process.HasExited || Math.Abs(StartOf(process) - start) > 1;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception unknown) when (unknown is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
