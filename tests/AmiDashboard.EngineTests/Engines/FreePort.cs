using System.Net;
using System.Net.Sockets;

namespace AmiDashboard.Engines;

/// <summary>
/// Ports of this machine for servers that must know theirs before they listen. They lie below those that the system gives
/// to outgoing connections, so that no browser takes one between its choice and its use, and each is kept from other test
/// processes by a lock file for as long as this process lives.
/// </summary>
public static class FreePort
{
    private const int First = 11_000;
    private const int AfterLast = 32_000;

    private static readonly List<FileStream> Kept = [];

    /// <summary>A port that nobody listens on, never given twice to tests that run at the same time.</summary>
    public static int Take()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ami-ports"));
        while (true)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (IsFree(port) && Keep(Path.Combine(folder.FullName, $"{port}")))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool Keep(string file)
    {
        try
        {
            var mine = new FileStream(
                file,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            lock (Kept)
            {
                Kept.Add(mine);
            }

            return true;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
