using System.Reflection;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Api;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Budgets;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.Shell;

/// <param name="Path">Every part of it filled in with something that there is.</param>
/// <param name="Own">Query parameters that it says it reads; it may read those of a filter besides.</param>
/// <param name="Persona">Somebody who may see it.</param>
internal sealed record OddAddress(string Path, IReadOnlyList<string> Own, string Persona)
{
    public ApiResource? Resource { get; init; }
}

/// <summary>Whatever of the running program answers GET, found in the program itself.</summary>
internal static class OddAddresses
{
    /// <summary>A route with another part makes the test fail until it is said what to fill it in with.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["number"] = $"{Personas.Find("ministry4")!.Perimeter.Applications.Single()}",
        ["id"] = "1",
        ["name"] = "sgpi",
        ["figure"] = "paid",
        ["chart"] = "stages",
        ["format"] = "csv",
        ["key"] = "abc",
        ["documentName"] = "v1",
    };

    private static readonly string[] Askers =
    [
        "sgpi",
        "dinsic",
        "ditp",
        "cdc",
        "administrator",
        "reviewer1",
        "ministry4",
    ];

    /// <summary>Of the framework, of the embedded provider, and the API's second way to say a format.</summary>
    private static readonly string[] Others = ["_blazor", "_framework", "sso/", "**", "{format:regex"];

    private static readonly Assembly Web = typeof(AsksAttribute).Assembly;

    public static IReadOnlyList<OddAddress> Of(RunningProgram program) =>
        [.. EndpointsOf(program).Select(AddressOf).DistinctBy(address => address.Path)];

    private static IEnumerable<RouteEndpoint> EndpointsOf(RunningProgram program) =>
        program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsAsked);

    /// <summary>Parameters of endpoints that are bound as something else than text.</summary>
    public static IEnumerable<string> BoundAsOtherThanText(RunningProgram program) =>
        from endpoint in EndpointsOf(program)
        where endpoint.Metadata.GetMetadata<MethodInfo>() is not null
        from parameter in BoundFromQuery(endpoint, endpoint.Metadata.GetMetadata<MethodInfo>()!)
        where parameter.ParameterType != typeof(string)
        select $"{endpoint.RoutePattern.RawText}: {parameter}";

    /// <summary>Every name that some page or endpoint reads from a query, and every one of the filters.</summary>
    public static IReadOnlyList<string> ParametersOf(IEnumerable<OddAddress> addresses) =>
        [
            .. addresses
                .SelectMany(address => address.Own)
                .Concat(Web.GetTypes().SelectMany(OwnOf))
                .Concat(FilterParameters)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>As the filters themselves write them.</summary>
    public static IReadOnlyList<string> FilterParameters { get; } =
    [
        .. NamesIn(
            FilterAddress.Of(
                "",
                new ApplicationFilter
                {
                    Edition = 1,
                    Stage = Stage.Laureate,
                    Ministry = "a",
                    Technique = "a",
                    Search = SearchWords.Of("a"),
                    DepositedFrom = new(2018, 1, 1),
                    DepositedTo = new(2018, 1, 1),
                    Step = Step.Review,
                    Numbers = NumberSet.Of(1),
                    AsOf = new(2018, 1, 1),
                }
            )
        ),
        .. NamesIn(
            JournalAddress.Of(
                "",
                new LedgerJournal.Query(1, 1, EntryKind.Payment, new(2018, 1, 1), new(2018, 1, 1), Page: 1)
            )
        ),
    ];

    private static IEnumerable<string> NamesIn(string query) => QueryHelpers.ParseQuery(query).Keys;

    private static bool IsAsked(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        && endpoint.RoutePattern.RawText is { } text
        && !Others.Any(other => text.Contains(other, StringComparison.Ordinal));

    private static OddAddress AddressOf(RouteEndpoint endpoint)
    {
        var resource = endpoint.Metadata.GetMetadata<ApiResource>();
        var path = string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(segment.Parts.Select(part => PartOf(part, resource)))
            )
        );
        var right = endpoint.Metadata.GetMetadata<AsksAttribute>()?.Right;
        var own =
            endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page ? OwnOf(page.Type)
            : resource is not null ? resource.EveryParameter.Where(one => !one.IsInPath).Select(one => one.Name)
            : endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler ? OwnOf(endpoint, handler)
            : [];
        return new OddAddress("/" + path, [.. own], PersonaOf(right)) { Resource = resource };
    }

    private static string PartOf(RoutePatternPart part, ApiResource? resource) =>
        part switch
        {
            RoutePatternParameterPart parameter => resource
                ?.Parameters.FirstOrDefault(one => one.IsInPath && one.Name == parameter.Name)
                ?.Example
                ?? Parts[parameter.Name],
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };

    private static IEnumerable<string> OwnOf(Type component) =>
        from property in component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let supplied = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
        where supplied is not null
        select supplied.Name ?? property.Name;

    private static IEnumerable<string> OwnOf(RouteEndpoint endpoint, MethodInfo handler) =>
        BoundFromQuery(endpoint, handler).Select(parameter => parameter.Name!);

    /// <summary>What is bound from the query: simple values that the route does not hold.</summary>
    private static IEnumerable<ParameterInfo> BoundFromQuery(RouteEndpoint endpoint, MethodInfo handler) =>
        from parameter in handler.GetParameters()
        where
            parameter.ParameterType == typeof(string)
            || (parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(CancellationToken))
        where endpoint.RoutePattern.GetParameter(parameter.Name!) is null
        select parameter;

    private static string PersonaOf(Right? right) =>
        Askers.First(key =>
            right is null or Right.None
            || Personas.Find(key)!.Profiles.Any(profile => ProfileRights.Of(profile).Contains(right.Value))
        );
}
