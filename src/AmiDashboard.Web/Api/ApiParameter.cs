using System.Globalization;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace AmiDashboard.Web.Api;

/// <summary>A parameter of a resource. A value that it does not understand is refused: nothing is ignored in silence.</summary>
/// <param name="IsUnderstood">Whether a value is one of its own.</param>
/// <param name="Values">The only ones; null for any.</param>
internal sealed record ApiParameter(
    string Name,
    ApiType Type,
    string Example,
    Func<string, bool> IsUnderstood,
    IReadOnlyList<string>? Values = null
)
{
    /// <summary>The text that says what it is, where it is not that of its name.</summary>
    public string Text { get; init; } = Name;

    /// <summary>Of the address's path rather than of its query.</summary>
    public bool IsInPath { get; init; }

    public static ApiParameter Number(string name, string example) =>
        new(name, ApiType.WholeNumber, example, text => IsNumber(text, 1, int.MaxValue));

    public static ApiParameter Day(string name, string example) =>
        new(name, ApiType.Day, example, text => AddressDay.Read(text) is not null);

    public static ApiParameter Named<TName>(string name, TName example)
        where TName : struct, Enum =>
        new(
            name,
            ApiType.Text,
            example.ToString(),
            text => Enum.GetNames<TName>().Contains(text, StringComparer.OrdinalIgnoreCase),
            Enum.GetNames<TName>()
        );

    /// <summary>
    /// One of the filter of the pages (<see cref="FilterAddress"/>), which reads an address leniently: a value is understood
    /// where the filter says it again as it was said.
    /// </summary>
    public static ApiParameter OfFilter(
        string name,
        ApiType type,
        string example,
        IReadOnlyList<string>? values = null
    ) =>
        new(
            name,
            type,
            example,
            text =>
                QueryHelpers
                    .ParseQuery(FilterAddress.Of("", FilterAddress.Read([new(name, text)])))
                    .TryGetValue(name, out var again) && string.Equals(again, text, StringComparison.OrdinalIgnoreCase),
            values
        );

    internal static bool IsNumber(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most;
}
