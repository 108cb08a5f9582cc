using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>Values of an answer, read without trusting their form: what is not there, or is of another type, is null.</summary>
internal static class JsonValues
{
    /// <summary>Null where the element is no object, or the member is absent or null.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind is not JsonValueKind.Null
            ? member
            : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { } value ? TextOf(value) : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Member(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static int? Integer(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>A JSON number, or a number written as text (the source does so for integers); beyond a decimal: null.</summary>
    public static decimal? Number(this JsonElement element, string name) =>
        element.Member(name) switch
        {
            { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
            { ValueKind: JsonValueKind.String } value
                when decimal.TryParse(
                    TextOf(value),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => null,
        };

    /// <summary>UTC.</summary>
    public static DateTime? Instant(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var instant)
            ? instant.UtcDateTime
            : null;

    public static DateOnly? Day(this JsonElement element, string name) =>
        DateOnly.TryParseExact(
            element.Text(name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>Text as it can be kept: no NUL, no half of a surrogate pair, no byte that is not UTF-8.</summary>
    public static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string? text;
        try
        {
            text = element.GetString();
        }
        catch (InvalidOperationException)
        {
            text = Unescaped(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)));
        }

        return PlainText.Of(text);
    }

    /// <summary>JSON's escapes read one by one, for text whose escapes do not make whole characters.</summary>
    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            if (raw[at] == 'u')
            {
                text.Append(
                    (char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                at += 4;
                continue;
            }

            text.Append(
                raw[at] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' or 'f' => ' ',
                    var same => same,
                }
            );
        }

        return text.ToString();
    }
}
