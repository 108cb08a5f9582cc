using System.Diagnostics;

namespace AmiDashboard.Engines;

/// <summary>
/// This test program once more, in a process of its own that lives one life instead of running tests: to be killed while it
/// writes. It starts in a second of a core, where finding the tests first took two.
/// </summary>
internal static class ChildProcess
{
    private const string Argument = "--life";
    private const string Variable = "AMI_TEST_LIFE";

    /// <summary>Whether this process is a child, and which life it was started for.</summary>
    public static bool IsAskedFor(string[] args, out string life)
    {
        life = args is [Argument, var name] ? name : "";
        return life.Length > 0;
    }

    /// <param name="life">A name that <c>Program</c> knows.</param>
    /// <param name="told">What the life needs to know; read back by <see cref="Told"/>.</param>
    public static Process Start(string life, params string[] told)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(ChildProcess).Assembly.Location, null),
            [Argument, life]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment[Variable] = string.Join('\n', told);
        // A life too short for the compiler's second thoughts.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }

    public static string[] Told() => Environment.GetEnvironmentVariable(Variable)!.Split('\n');

    /// <summary>A run that is killed itself leaves nobody to kill this process: its input ends then, and it with it.</summary>
    public static void EndWithParent() =>
        _ = Task.Run(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0) { }
            Environment.Exit(0);
        });
}
