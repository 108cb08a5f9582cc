using System.CommandLine;

namespace AmiDashboard.Web.Commands;

/// <summary>
/// The verbs of the program; without one it serves. Any setting may be given as <c>--Section:Key=value</c>. Exit codes: 0
/// done, 1 not done, 2 a setting is wrong.
/// </summary>
internal static class CommandLine
{
    /// <param name="terminal">Where to write, such as to a test; the process's own output and error without it.</param>
    public static Task<int> RunAsync(string[] args, InvocationConfiguration? terminal = null)
    {
        string[] settings = [.. args.Where(IsSetting)];
        return Of(new Run(settings)).Parse([.. args.Where(arg => !IsSetting(arg))]).InvokeAsync(terminal);
    }

    internal static RootCommand Of(Run run)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "The address to serve, such as http://localhost:5200.",
        };
        var environment = new Option<string?>("--environment")
        {
            Description = "Development or Production; the environment variable ASPNETCORE_ENVIRONMENT says it else.",
            Recursive = true,
        };
        var root = new RootCommand(
            "AmiDashboard follows the applications to a call for expressions of interest. Without a verb it serves its pages."
        )
        {
            urls,
            environment,
            InviteCommand.Of(run),
            EditionCommand.Of(run),
            SyncCommand.Of(run),
            ImportCommand.Of(run),
            SeedCommand.Of(run),
            VerifyCommand.Of(run),
            BackupCommand.Of(run),
            RestoreCommand.Of(run),
            MigrateCommand.Of(run),
        };
        root.SetAction((parsed, cancellation) => run.ServeAsync(parsed, parsed.GetValue(urls), cancellation));
        return root;
    }

    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.Split('=', 2)[0].Contains(':', StringComparison.Ordinal);
}
