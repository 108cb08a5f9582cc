using AmiDashboard.Web.Composition;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Commands;

internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var application = DashboardApplication.Build(args);
            await application.RunAsync();
            return 0;
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 2;
        }
    }
}
