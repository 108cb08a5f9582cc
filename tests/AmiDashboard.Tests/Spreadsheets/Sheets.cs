using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Spreadsheets;

/// <summary>Tables that the tests of this folder write.</summary>
internal static class Sheets
{
    public static readonly Column[] EveryKind =
    [
        new(CellKind.Text, "Titre"),
        new(CellKind.WholeNumber, "Dossiers", IsSummed: true),
        new(CellKind.Number, "Part"),
        new(CellKind.Money, "Montant demandé", IsSummed: true),
        new(CellKind.Date, "Démarrage"),
        new(CellKind.Instant, "Déposé le"),
    ];

    public static readonly object?[] Row =
    [
        "Projet « A »",
        12,
        0.125m,
        new Money(120_000_05),
        new DateOnly(2018, 12, 1),
        new DateTime(2018, 9, 14, 13, 32, 10, DateTimeKind.Utc),
    ];

    public static Sheet OfTexts(params IEnumerable<string> texts) =>
        new("Textes", [new Column(CellKind.Text, "Texte")], texts.Select(text => new object?[] { text }));

    public static async Task<byte[]> CsvAsync(Sheet sheet)
    {
        await using var stream = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(stream, sheet);
        return stream.ToArray();
    }

    public static async Task<byte[]> XlsxAsync(Sheet sheet)
    {
        await using var stream = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(stream, sheet);
        return stream.ToArray();
    }
}

/// <summary>As a response is: forwards only, and never from a synchronous call.</summary>
internal sealed class ResponseStream : Stream
{
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => throw new InvalidOperationException("Synchronous.");

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new InvalidOperationException("Synchronous.");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written += buffer.Length;
        return ValueTask.CompletedTask;
    }
}
