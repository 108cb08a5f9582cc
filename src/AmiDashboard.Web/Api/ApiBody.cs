using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Web.Api;

/// <summary>
/// Writes rows as JSON or as CSV. In JSON money is a number with exactly two decimals, days are <c>2018-12-31</c>, instants
/// <c>2018-12-31T10:00:00Z</c>, and what is not known is null. CSV is that of the product's exports.
/// </summary>
internal static class ApiBody
{
    private const string ListSeparator = ", ";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="next">The address of the next page; null on the last.</param>
    public static void WriteJson(
        Stream stream,
        IReadOnlyList<ApiColumn> columns,
        IReadOnlyList<ApiRow> rows,
        bool isOne,
        string? next
    )
    {
        using var writer = new Utf8JsonWriter(stream, Json);
        if (isOne)
        {
            WriteRow(writer, columns, rows[0]);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            WriteRow(writer, columns, row);
        }

        writer.WriteEndArray();
        writer.WriteString("next", next);
        writer.WriteEndObject();
    }

    public static Task WriteCsvAsync(
        Stream stream,
        IReadOnlyList<ApiColumn> columns,
        IReadOnlyList<ApiRow> rows,
        CsvManner manner,
        CancellationToken cancellation
    ) =>
        SpreadsheetWriter.WriteCsvAsync(
            stream,
            new Sheet(
                "api",
                [.. columns.Select(column => new Column(KindOf(column.Type), column.Name))],
                rows.Select(row => (IReadOnlyList<object?>)[.. row.Cells.Select(CellOf)])
            ),
            manner,
            cancellation
        );

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<ApiColumn> columns, ApiRow row)
    {
        writer.WriteStartObject();
        for (var index = 0; index < columns.Count; index++)
        {
            writer.WritePropertyName(columns[index].Name);
            WriteCell(writer, row.Cells[index]);
        }

        writer.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case Money money:
                writer.WriteRawValue(money.Euros.ToString("0.00", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteRawValue(Rounded(number).ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime instant:
                writer.WriteStringValue(instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                break;
            case IReadOnlyList<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    private static object? CellOf(object? value) =>
        value switch
        {
            IReadOnlyList<string> texts => string.Join(ListSeparator, texts),
            decimal number => Rounded(number),
            _ => value,
        };

    private static decimal Rounded(decimal number) => decimal.Round(number, 4);

    private static CellKind KindOf(ApiType type) =>
        type switch
        {
            ApiType.Text or ApiType.List => CellKind.Text,
            ApiType.WholeNumber => CellKind.WholeNumber,
            ApiType.Number or ApiType.Share => CellKind.Number,
            ApiType.Money => CellKind.Money,
            ApiType.Day => CellKind.Date,
            ApiType.Instant => CellKind.Instant,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
