using System.Globalization;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.CaisseDesDepots;

/// <summary>Single values as a payment file writes them; what cannot be read gives the reason instead.</summary>
internal static partial class PaymentValues
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    private static readonly string[] Days =
    [
        "d/M/yyyy",
        "yyyy-MM-dd",
        "d/M/yyyy HH:mm",
        "d/M/yyyy HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
    ];

    /// <summary>
    /// Euros above zero: « 12 345,60 », with any space between thousands, one or two decimals after a comma (or after a dot,
    /// as a number of an XLSX comes), the euro sign or not. Never guesses: « 1.234 » is refused, and so is anything below
    /// zero, by its sign or in parentheses.
    /// </summary>
    public static (Money Amount, string? Reason) Amount(TableCell cell)
    {
        if (Broken(cell) is { } broken)
        {
            return (default, broken);
        }

        if (cell.Text is not { } text)
        {
            return (default, cell.IsEmpty ? "PaymentFile_AmountMissing" : "PaymentFile_Amount");
        }

        var written = Plain(text);
        if (written.AsSpan().ContainsAny("-()"))
        {
            return (default, "PaymentFile_AmountNegative");
        }

        var match = Euros().Match(written);
        if (!match.Success)
        {
            return (default, "PaymentFile_Amount");
        }

        var euros = decimal.Parse(
            match.Groups["whole"].Value.Replace(" ", "", StringComparison.Ordinal) + "." + match.Groups["cents"].Value,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
        return euros == 0 ? (default, "PaymentFile_AmountZero") : (Money.FromEuros(euros), null);
    }

    /// <summary>A calendar day from 2000 to 2099: 01/03/2019, 2019-03-01, or a real date of a spreadsheet; a time is left out.</summary>
    public static (DateOnly Day, string? Reason) Day(TableCell cell)
    {
        if (Broken(cell) is { } broken)
        {
            return (default, broken);
        }

        if (cell.IsEmpty)
        {
            return (default, "PaymentFile_DateMissing");
        }

        if (cell.WallClock is not { } moment)
        {
            if (
                !DateTime.TryParseExact(
                    cell.Text!.Trim(),
                    Days,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out moment
                )
            )
            {
                return (default, "PaymentFile_Date");
            }
        }

        var day = DateOnly.FromDateTime(moment);
        return day < Earliest || day > Latest ? (default, "PaymentFile_DateRange") : (day, null);
    }

    /// <summary>A dossier's number; null for an empty cell. Spaces between thousands and a « N° » before it are let be.</summary>
    public static (int? Number, string? Reason) Number(TableCell cell)
    {
        if (cell.IsEmpty || Broken(cell) is not null)
        {
            return (null, Broken(cell));
        }

        var digits = DossierNumber().Match(Plain(cell.Text)).Groups["digits"].Value;
        return
            int.TryParse(
                digits.Replace(" ", "", StringComparison.Ordinal),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number > 0
            ? (number, null)
            : (null, "PaymentFile_Number");
    }

    /// <summary>Text on one line, without control characters; null for an empty cell.</summary>
    public static (string? Text, string? Reason) Text(TableCell cell, int longest)
    {
        var text = string.Join(' ', (PlainText.Of(cell.Shown) ?? "").Split((char[]?)null, Blanks));
        return Broken(cell) is { } broken ? (null, broken)
            : text.Length > longest ? (null, "PaymentFile_TooLong")
            : (text.Length == 0 ? null : text, null);
    }

    /// <summary>
    /// Folded, but for what folding would turn into another number: « 12² » is not 122. Such a text reads as nothing.
    /// </summary>
    private static string Plain(string? text) =>
        text?.Any(c => char.IsNumber(c) && !char.IsAsciiDigit(c)) == true ? "" : FoldedText.Fold(text);

    private const StringSplitOptions Blanks = StringSplitOptions.RemoveEmptyEntries;

    private static string? Broken(TableCell cell) =>
        cell.IsFormula ? "PaymentFile_Formula"
        : cell.IsError ? "PaymentFile_CellError"
        : null;

    [GeneratedRegex(
        "^(€|eur)? ?(?<whole>[0-9]{1,3}( [0-9]{3}){1,3}|[0-9]{1,12})([,.](?<cents>[0-9]{1,2}))? ?(€|eur|euros?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Euros();

    [GeneratedRegex(
        "^(n[°o]\\.? ?)?(?<digits>[0-9 ]{1,13})$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex DossierNumber();
}
