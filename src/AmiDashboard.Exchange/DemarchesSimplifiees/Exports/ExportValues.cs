using System.Globalization;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>Single values as exports write them. Null means: not such a value.</summary>
internal static partial class ExportValues
{
    /// <summary>Choices of one answer; more are kept as one text.</summary>
    private const int MostChoices = 100;

    private static readonly DateTime Earliest = new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] WithOffset = ["yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    // How spreadsheets save dates again, and a date without its offset: Paris wall-clock time.
    private static readonly string[] WallClock =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "dd/MM/yyyy HH:mm",
        "dd/MM/yyyy H:mm",
        "yyyy-MM-dd",
        "dd/MM/yyyy",
    ];

    /// <summary>UTC, between 1990 and 2100.</summary>
    public static DateTime? Instant(TableCell cell)
    {
        var utc = cell.WallClock is { } wallClock ? ParisTime.ToUtc(wallClock) : Instant(cell.Text?.Trim());
        return utc >= Earliest && utc < Latest ? utc : null;
    }

    private static DateTime? Instant(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (OffsetWithoutColon().IsMatch(text))
        {
            text = text[..^2] + ":" + text[^2..];
        }

        var invariant = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParseExact(text, WithOffset, invariant, DateTimeStyles.None, out var exact))
        {
            return exact.UtcDateTime;
        }

        return
            DateTime.TryParseExact(text, WallClock, invariant, DateTimeStyles.None, out var local)
            && local >= Earliest
            && local < Latest
            ? ParisTime.ToUtc(local)
            : null;
    }

    /// <summary>A calendar day; of a moment, the day in Paris.</summary>
    public static DateOnly? Day(TableCell cell) => Instant(cell) is { } instant ? ParisTime.DayOf(instant) : null;

    /// <summary>A number without blanks nor leading zeros (those are codes); a comma is decimal.</summary>
    public static decimal? Number(string? text) =>
        text is not null
        && PlainNumber().IsMatch(text)
        && decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    public static bool? Flag(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            "oui" or "on" or "true" or "vrai" => true,
            "non" or "off" or "false" or "faux" => false,
            _ => null,
        };

    public static SourceState? State(string? text) =>
        FoldedText.Fold(text) switch
        {
            "en construction" or "en_construction" => SourceState.UnderConstruction,
            "en instruction" or "en_instruction" => SourceState.UnderInstruction,
            "accepte" => SourceState.Accepted,
            "refuse" => SourceState.Refused,
            "classe sans suite" or "sans suite" or "sans_suite" => SourceState.Closed,
            _ => null,
        };

    /// <summary>Fourteen digits; a spreadsheet that took it for a number lost the zeros at its left.</summary>
    public static string? Siret(string? text)
    {
        var digits = text?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return digits.Length is >= 9 and <= 14 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(14, '0') : null;
    }

    /// <summary>A department's code, from the INSEE code of a town, else from its postal code.</summary>
    public static string? Department(string? townCode, string? postalCode)
    {
        var code = townCode?.Trim().PadLeft(5, '0') ?? postalCode?.Trim().PadLeft(5, '0');
        return code is not { Length: 5 } ? null
            : code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal)
                ? code[..3]
            : code[..2];
    }

    /// <summary>
    /// « A, B » as the platform writes several choices; null beyond a reasonable number of them. A comma within brackets is of
    /// one choice: « Vision (images, vidéos) »; a bracket that nothing closes is a letter.
    /// </summary>
    public static string[]? Choices(string text)
    {
        List<string> choices = [];
        var isClosed = text.Count(IsOpening) == text.Count(IsClosing);
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth =
                !isClosed ? 0
                : IsOpening(text[at]) ? depth + 1
                : IsClosing(text[at]) ? Math.Max(0, depth - 1)
                : depth;
            if (depth == 0 && text.AsSpan(at).StartsWith(", "))
            {
                choices.Add(text[start..at].Trim());
                start = at + 2;
            }
        }

        choices.Add(text[start..].Trim());
        choices.RemoveAll(choice => choice.Length == 0);
        return choices.Count <= MostChoices ? [.. choices] : null;
    }

    private static bool IsOpening(char letter) => letter is '(' or '[';

    private static bool IsClosing(char letter) => letter is ')' or ']';

    public static bool IsFileName(string text) => FileName().IsMatch(text);

    [GeneratedRegex(@" [+-]\d{4}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OffsetWithoutColon();

    [GeneratedRegex(
        @"^-?(0|[1-9][0-9]{0,14})([.,][0-9]{1,10})?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^[^\r\n]{1,250}\.[A-Za-z0-9]{2,5}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
