using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AmiDashboard.Web.Applications;

/// <summary>
/// A filter as the query of an address, so that what one sees can be sent to somebody else. A value that is not
/// understood is left out rather than refused: an old link still opens.
/// </summary>
public static class FilterAddress
{
    /// <summary>Stands for « no filter » in a form, where an empty value means « not given ».</summary>
    public const string AnyCategory = "*";

    /// <summary>The past day that is looked at.</summary>
    public const string AsOfParameter = "asOf";

    public static string Of(
        string path,
        ApplicationFilter filter,
        params IEnumerable<KeyValuePair<string, string?>> more
    ) => QueryHelpers.AddQueryString(path, Pairs(filter).Concat(more).Where(pair => pair.Value is not null));

    /// <summary>Another page on the day that the current one looks at; as it is where that is today.</summary>
    public static string OnDayOf(string current, string path) => OnDay(Read(current).AsOf, path);

    /// <summary>A page on a past day; as it is for none.</summary>
    public static string OnDay(DateOnly? day, string path) => Of(path, ApplicationFilter.All with { AsOf = day });

    public static ApplicationFilter Read(string uri) =>
        Read(
            QueryHelpers.ParseQuery(
                uri.Contains('?', StringComparison.Ordinal) ? uri[uri.IndexOf('?', StringComparison.Ordinal)..] : ""
            )
        );

    public static ApplicationFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = query.ToDictionary(
            pair => pair.Key,
            pair => (string?)pair.Value,
            StringComparer.OrdinalIgnoreCase
        );
        return new ApplicationFilter
        {
            Edition = AddressNumber.Read(values.GetValueOrDefault("edition")),
            Stage = Named<Stage>(values.GetValueOrDefault("stage")),
            Ministry = Category(values.GetValueOrDefault("ministry")),
            Technique = Category(values.GetValueOrDefault("technique")),
            Search = SearchWords.Of(values.GetValueOrDefault("q")),
            DepositedFrom = AddressDay.Read(values.GetValueOrDefault("from")),
            DepositedTo = AddressDay.Read(values.GetValueOrDefault("to")),
            Step = Named<Step>(values.GetValueOrDefault("step")),
            Numbers = NumberSet.Read(values.GetValueOrDefault("numbers")),
            AsOf = AddressDay.Read(values.GetValueOrDefault(AsOfParameter)),
        };
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(ApplicationFilter filter) =>
        [
            new("edition", filter.Edition?.ToString(CultureInfo.InvariantCulture)),
            new("stage", filter.Stage?.ToString()),
            new("ministry", filter.Ministry),
            new("technique", filter.Technique),
            new("q", filter.Search?.Text),
            new("from", AddressDay.Of(filter.DepositedFrom)),
            new("to", AddressDay.Of(filter.DepositedTo)),
            new("step", filter.Step?.ToString()),
            new("numbers", filter.Numbers?.ToString()),
            new(AsOfParameter, AddressDay.Of(filter.AsOf)),
        ];

    /// <summary>A name with something in it that no text can hold is nobody's.</summary>
    private static string? Category(string? text) => text == AnyCategory || text != PlainText.Of(text) ? null : text;

    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
