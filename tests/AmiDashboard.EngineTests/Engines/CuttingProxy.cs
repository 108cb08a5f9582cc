using System.Net;
using System.Net.Sockets;
using AmiDashboard.Storage;
using Npgsql;

namespace AmiDashboard.Engines;

/// <summary>
/// A line between a node and PostgreSQL that a test cuts: at once, after some bytes more, or for good until it is whole
/// again. Whoever is connected sees what a cable that is pulled shows: a connection that ends in the middle of a word.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private readonly HashSet<TcpClient> open = [];
    private readonly DatabaseSettings database;
    private readonly Task accepting;
    private long bytesLeft = long.MaxValue;

    public CuttingProxy(DatabaseSettings database)
    {
        this.database = database;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How many connections were cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>The same database through this line.</summary>
    public DatabaseSettings Settings =>
        database with
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Port = ((IPEndPoint)listener.LocalEndpoint).Port,
                Timeout = 5,
                CommandTimeout = 5,
            }.ConnectionString,
        };

    /// <summary>Cuts every connection, now and all that come, once so many bytes more have come from the database.</summary>
    public void CutAfter(long bytes)
    {
        lock (gate)
        {
            bytesLeft = bytes;
        }

        Pass(0);
    }

    /// <summary>From now on connections hold.</summary>
    public void Mend()
    {
        lock (gate)
        {
            bytesLeft = long.MaxValue;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        CutAfter(0);
        closing.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var node = await listener.AcceptTcpClientAsync(closing.Token);
                _ = CarryAsync(node);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            // Disposed of.
        }
    }

    private async Task CarryAsync(TcpClient node)
    {
        using var server = new TcpClient();
        try
        {
            lock (gate)
            {
                open.Add(node);
                open.Add(server);
            }

            Pass(0);
            var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            await server.ConnectAsync(IPAddress.Parse(address.Host!), address.Port);
            await Task.WhenAny(
                PumpAsync(node.GetStream(), server.GetStream(), counts: false),
                PumpAsync(server.GetStream(), node.GetStream(), counts: true)
            );
        }
        catch (Exception failure) when (failure is IOException or SocketException or InvalidOperationException)
        {
            // Cut, or closed by either end.
        }
        finally
        {
            lock (gate)
            {
                open.Remove(node);
                open.Remove(server);
            }

            node.Dispose();
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool counts)
    {
        var buffer = new byte[512];
        while (await from.ReadAsync(buffer, closing.Token) is var read and > 0)
        {
            if (counts && !Pass(read))
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), closing.Token);
        }
    }

    /// <summary>Whether so many bytes may still pass; where not, everything is cut.</summary>
    private bool Pass(int bytes)
    {
        TcpClient[] cut;
        lock (gate)
        {
            if (bytesLeft == long.MaxValue)
            {
                return true;
            }

            bytesLeft -= bytes;
            if (bytesLeft > 0)
            {
                return true;
            }

            cut = [.. open];
            open.Clear();
            Cuts += cut.Length;
        }

        Array.ForEach(cut, one => one.Dispose());
        return false;
    }
}
