using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.Extensions.Primitives;

namespace AmiDashboard.Web.Api;

/// <summary>What is asked of a resource, every value of it understood.</summary>
/// <param name="After">The key after which the page begins; null for the first.</param>
/// <param name="Limit">Rows of a page, from 1 to <see cref="MostRows"/>.</param>
internal sealed record ApiQuestion(
    Viewer Viewer,
    IReadOnlyDictionary<string, string> Values,
    long? After,
    int Limit,
    ApiFormat Format
)
{
    public const int UsualRows = 500;
    public const int MostRows = 5000;
    public const string LimitName = "limit";
    public const string AfterName = "after";

    /// <summary>The parameters that every resource understands.</summary>
    public static IReadOnlyList<ApiParameter> Ways { get; } =
    [
        new("format", ApiType.Text, "csv", text => ApiFormat.Names.Contains(text), ApiFormat.Names),
        new("separator", ApiType.Text, "comma", text => ApiFormat.Separators.Contains(text), ApiFormat.Separators),
    ];

    /// <summary>The parameters of a resource with more than one row.</summary>
    public static IReadOnlyList<ApiParameter> Paging { get; } =
    [
        new(LimitName, ApiType.WholeNumber, "1000", text => ApiParameter.IsNumber(text, 1, MostRows)),
        new(AfterName, ApiType.WholeNumber, "200027", text => ApiParameter.IsNumber(text, 0, long.MaxValue)),
    ];

    public string? this[string name] => Values.GetValueOrDefault(name);

    public int? Number(string name) =>
        this[name] is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public DateOnly? Day(string name) => AddressDay.Read(this[name]);

    public TName? Named<TName>(string name)
        where TName : struct, Enum => this[name] is { } text ? Enum.Parse<TName>(text, ignoreCase: true) : null;

    /// <summary>The filter of the pages, as the question has it.</summary>
    public ApplicationFilter Filter =>
        FilterAddress.Read(Values.Select(pair => KeyValuePair.Create(pair.Key, new StringValues(pair.Value))));

    /// <summary>Refuses what is not known, not understood, or said twice.</summary>
    /// <param name="suffix">What stands after the point of the path; null where there is none.</param>
    public static Outcome<ApiQuestion> Read(ApiResource resource, Viewer viewer, HttpRequest request, string? suffix)
    {
        var known = resource.EveryParameter;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, given) in request.Query)
        {
            var parameter = known.FirstOrDefault(one =>
                !one.IsInPath && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
            );
            if (parameter is null)
            {
                return new Refusal(
                    "Refusal_ApiUnknown",
                    name,
                    string.Join(", ", known.Where(one => !one.IsInPath).Select(one => one.Name))
                );
            }

            if (given.Count != 1)
            {
                return new Refusal("Refusal_ApiTwice", parameter.Name);
            }

            values[parameter.Name] = given.ToString();
        }

        foreach (var parameter in known.Where(one => one.IsInPath))
        {
            values[parameter.Name] = request.RouteValues[parameter.Name]?.ToString() ?? "";
        }

        foreach (var parameter in known)
        {
            if (values.TryGetValue(parameter.Name, out var value) && !parameter.IsUnderstood(value))
            {
                return parameter.IsInPath ? Refusal.NotFound : Misunderstood(parameter, value);
            }
        }

        if (
            ApiFormat.Choose(
                values.GetValueOrDefault("format") ?? suffix,
                values.GetValueOrDefault("separator"),
                request
            )
            is not { } format
        )
        {
            return new Refusal("Refusal_ApiFormat");
        }

        return new ApiQuestion(
            viewer,
            values,
            values.GetValueOrDefault(AfterName) is { } after ? long.Parse(after, CultureInfo.InvariantCulture) : null,
            values.GetValueOrDefault(LimitName) is { } limit
                ? int.Parse(limit, CultureInfo.InvariantCulture)
                : UsualRows,
            format
        );
    }

    private static Refusal Misunderstood(ApiParameter parameter, string value) =>
        parameter.Name == LimitName ? new Refusal("Refusal_ApiLimit", value, MostRows)
        : parameter.Type == ApiType.Day
            ? new Refusal(
                "Refusal_ApiDay",
                parameter.Name,
                value,
                parameter.Example,
                ProgrammeDays.First.Year,
                ProgrammeDays.Last.Year
            )
        : parameter.Name == ApiFilter.Search.Name
            ? new Refusal("Refusal_ApiSearch", parameter.Name, SearchWords.MostWords, SearchWords.LongestText)
        : parameter.Values is { } values
            ? new Refusal("Refusal_ApiName", parameter.Name, value, string.Join(", ", values))
        : new Refusal("Refusal_ApiValue", parameter.Name, value, parameter.Example);
}
