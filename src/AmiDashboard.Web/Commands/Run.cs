using System.CommandLine;
using System.Globalization;
using AmiDashboard.Web.Composition;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using Microsoft.Extensions.Logging.Console;

namespace AmiDashboard.Web.Commands;

/// <summary>Builds the program for one verb, and turns what goes wrong into a sentence and an exit code.</summary>
/// <param name="settings">As <c>--Section:Key=value</c>.</param>
internal sealed class Run(string[] settings)
{
    private const int Done = 0;
    private const int NotDone = 1;
    private const int WrongSetting = 2;

    public Task<int> ServeAsync(ParseResult parsed, string? urls, CancellationToken cancellation)
    {
        string[] address = urls is null ? [] : [$"--urls={urls}"];
        return GuardAsync(
            parsed,
            async () =>
            {
                await using var application = DashboardApplication.Build([.. Arguments(parsed), .. address]);
                await application.StartAsync(cancellation);
                await application.WaitForShutdownAsync(cancellation);
                return Done;
            }
        );
    }

    /// <summary>
    /// Runs a verb beside the web server: nothing is served, no background work starts. It speaks English, as logs do.
    /// </summary>
    /// <param name="work">Answers whether it was done; it has written why not.</param>
    public Task<int> VerbAsync(ParseResult parsed, Func<IServiceProvider, Task<bool>> work) =>
        GuardAsync(
            parsed,
            async () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                    Languages.English
                );
                await using var application = DashboardApplication.Build(
                    Arguments(parsed),
                    builder => WriteTo(parsed.InvocationConfiguration, builder)
                );
                await using var scope = application.Services.CreateAsyncScope();
                return await work(scope.ServiceProvider) ? Done : NotDone;
            }
        );

    private static async Task<int> GuardAsync(ParseResult parsed, Func<Task<int>> work)
    {
        var terminal = parsed.InvocationConfiguration;
        try
        {
            return await work();
        }
        catch (SettingsException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return WrongSetting;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped before the end.");
            return NotDone;
        }
        catch (IOException failure)
            when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await terminal.Error.WriteLineAsync(
                $"{failure.Message} Stop the program that holds it, or serve another address with --urls."
            );
            return NotDone;
        }
        catch (Exception failure) when (parsed.CommandResult.Command is not RootCommand)
        {
            await terminal.Error.WriteLineAsync($"Not done: {failure.Message}");
            return NotDone;
        }
    }

    private string[] Arguments(ParseResult parsed) =>
        parsed.GetValue<string?>("--environment") is { } environment
            ? [.. settings, $"--environment={environment}"]
            : settings;

    /// <summary>A verb's output is its result; logs go to the error stream.</summary>
    private static void WriteTo(InvocationConfiguration terminal, WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(terminal);
        builder.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
}
