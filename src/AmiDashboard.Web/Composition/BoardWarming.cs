using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// Loads the boards once the program serves, so that nobody waits for them: over 100,000 applications the first page would
/// take seconds. A database that fails meanwhile is told of by the first page, as ever.
/// </summary>
internal sealed class BoardWarming(ProgrammeFigures programme, IHostApplicationLifetime life, ILogger<BoardWarming> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starting = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await programme.RunAsync(Viewer.Product, new(ApplicationFilter.All), stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "The boards could not be loaded at the start; the first page will.");
        }
    }
}
