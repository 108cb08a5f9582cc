using System.Diagnostics;

namespace AmiDashboard.Running;

/// <summary>The program as an operator runs it: a process, its exit code and what it wrote.</summary>
internal static class ProgramProcess
{
    /// <summary>In Development, with a database of its own unless an environment variable says otherwise.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string[] args,
        params (string Name, string Value)[] environment
    )
    {
        var folder = Directory.CreateTempSubdirectory("amidashboard-");
        try
        {
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "AmiDashboard.Web.dll") },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["Logging__LogLevel__Default"] = "Warning",
                    ["ConnectionStrings__AmiDashboard"] = $"Data Source={Path.Combine(folder.FullName, "program.db")}",
                },
            };
            foreach (var arg in args)
            {
                start.ArgumentList.Add(arg);
            }

            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
