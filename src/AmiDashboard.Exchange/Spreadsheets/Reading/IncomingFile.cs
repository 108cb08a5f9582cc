using System.Text;
using System.Xml;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// A spreadsheet that somebody sends: kept in a temporary file, never larger than the limit, and read to its end before
/// anybody sees anything of it. What is wrong with the file refuses it, as a value.
/// </summary>
internal static class IncomingFile
{
    public static async Task<Outcome<T>> ReadAsync<T>(
        Stream sent,
        TableLimits limits,
        Func<FileStream, T> read,
        CancellationToken cancellation
    )
        where T : class
    {
        try
        {
            await using var file = TemporaryFile.Create();
            await CopyAsync(sent, file, limits.FileBytes, cancellation);
            return await Task.Run(() => read(file), cancellation);
        }
        catch (UnreadableFileException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (Exception failure)
            when (failure is InvalidDataException or XmlException or EndOfStreamException or DecoderFallbackException)
        {
            return new Refusal("Import_Damaged");
        }
    }

    private static async Task CopyAsync(Stream sent, FileStream file, long most, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        while (await sent.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (file.Length + read > most)
            {
                throw new UnreadableFileException("Import_TooBig", most / (1024 * 1024));
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
