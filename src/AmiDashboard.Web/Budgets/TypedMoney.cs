using System.Globalization;
using System.Text.RegularExpressions;
using AmiDashboard.Core;

namespace AmiDashboard.Web.Budgets;

/// <summary>
/// An amount as people type it: « 12 345,60 », « 12345.6 », « 1 200 € ». What could be read in two ways (« 1.234 ») is not
/// read at all.
/// </summary>
internal static partial class TypedMoney
{
    public static Money? Read(string? text)
    {
        var written = Blank().Replace(text ?? "", "").TrimEnd('€').Replace('−', '-').Replace(',', '.');
        return
            Amount().IsMatch(written)
            && decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var euros)
            ? Money.FromEuros(euros)
            : null;
    }

    // Narrow and other spaces that do not break are spaces for \s too.
    [GeneratedRegex(@"\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^-?[0-9]{1,12}(\.[0-9]{1,2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}
