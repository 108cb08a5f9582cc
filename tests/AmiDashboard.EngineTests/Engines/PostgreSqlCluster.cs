using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AmiDashboard.Engines;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlCluster.EndOfRun))]

namespace AmiDashboard.Engines;

/// <summary>
/// A throw-away PostgreSQL in a temporary folder, on a free port of this machine. Started by the first test that asks,
/// stopped and swept at the end of the run; a shell watches this process and does the same should it be killed.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    /// <summary>Quick, since nobody needs what it holds after a crash.</summary>
    private const string Careless =
        "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c jit=off";

    // The cluster dies with the pipe on its standard input, which the system closes however this process ends. A server that
    // was killed is started again, until then.
    private const string Script = """
        set -e
        initdb -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$1/initdb.log" 2>&1
        trap '' HUP INT TERM
        (
            trap - INT
            while [ -d "$1/data" ] && [ ! -e "$1/stopped" ]; do
                postgres -D "$1/data" -k "$1" -p "$2" -c listen_addresses=127.0.0.1 $3 -c max_connections=300 \
                    -c shared_buffers=64MB >>"$1/postgres.log" 2>&1 </dev/null || sleep 0.1
            done
        ) &
        read -r _ || true
        touch "$1/stopped"
        kill -INT "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null || true
        wait
        rm -rf "$1"
        """;

    private static readonly Lazy<Task<PostgreSqlCluster>> Started = new(() => StartAsync(Careless));

    private readonly string folder = Directory.CreateTempSubdirectory("ami-pg-").FullName;
    private Process? watcher;
    private int port;

    /// <summary>The one cluster of this test process.</summary>
    public static Task<PostgreSqlCluster> SharedAsync() => Started.Value;

    /// <summary>Connection string of one of its databases; the superuser, without a password.</summary>
    public string ConnectionStringOf(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Include Error Detail=true";

    /// <summary>Runs one statement on the maintenance database.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The names in it are made by the tests.")]
    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another one, that writes through to the disk as a real one does. Whoever starts it disposes of it.</summary>
    public static Task<PostgreSqlCluster> StartCarefulAsync() => StartAsync("-c fsync=on");

    /// <summary>Kills the server as a power cut would, and waits until another one has recovered what it left.</summary>
    public async Task CrashAsync()
    {
        var pid = await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid"));
        using var server = Process.GetProcessById(int.Parse(pid[0], CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync();
        NpgsqlConnection.ClearAllPools();
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<PostgreSqlCluster> StartAsync(string settings)
    {
        var cluster = new PostgreSqlCluster();
        await cluster.RunAsync(settings);
        return cluster;
    }

    private async Task RunAsync(string settings)
    {
        port = FreePort.Take();
        var start = new ProcessStartInfo { RedirectStandardInput = true, UseShellExecute = false };
        // PostgreSQL refuses to run as root: its package brings the user for it.
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
            (start.FileName, string[] prefix) = ("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups"]);
            Array.ForEach([.. prefix, "sh"], start.ArgumentList.Add);
        }
        else
        {
            start.FileName = "sh";
        }

        Array.ForEach(["-c", Script, "cluster", folder, $"{port}", settings], start.ArgumentList.Add);
        start.Environment["PATH"] = $"{Programs()}:{Environment.GetEnvironmentVariable("PATH")}";
        start.WorkingDirectory = folder;
        watcher = Process.Start(start)!;
        await ReadyAsync();
    }

    private async Task ReadyAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 600 && !watcher!.HasExited)
            {
                await Task.Delay(100);
            }
            catch (NpgsqlException failure)
            {
                throw new InvalidOperationException($"The test cluster did not start: see {folder}/*.log.", failure);
            }
        }
    }

    private async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        watcher!.StandardInput.Close();
        await watcher.WaitForExitAsync();
        watcher.Dispose();
    }

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql", "*")
                .Select(version => Path.Combine(version, "bin"))
                .Where(programs => File.Exists(Path.Combine(programs, "initdb")))
                .MaxBy(programs => programs, StringComparer.Ordinal)
                ?? ""
            : "";

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>What xUnit disposes of after the last test.</summary>
    public sealed class EndOfRun : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Started.IsValueCreated)
            {
                await (await Started.Value).StopAsync();
            }
        }
    }
}
