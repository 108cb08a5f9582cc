using System.Globalization;

namespace AmiDashboard.Web.Shell;

/// <summary>
/// A whole number as addresses have it, without a sign. Parameters are texts and read here: bound as numbers, they end the
/// circuit of whoever follows a link with something else in it.
/// </summary>
internal static class AddressNumber
{
    /// <summary>More pages than any list has, and few enough to count their rows.</summary>
    private const int MostPages = 1_000_000;

    /// <summary>Null for what is not understood: an old link still opens.</summary>
    public static int? Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The page, from 0, that an address counts from 1; the first where it does not say.</summary>
    public static int PageOf(string? text) => Math.Clamp((Read(text) ?? 1) - 1, 0, MostPages);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
