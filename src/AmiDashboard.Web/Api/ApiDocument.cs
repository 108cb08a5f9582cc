using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmiDashboard.Web.Api;

/// <summary>
/// The OpenAPI document, in the reader's language: paths come from the endpoints, everything else from what each
/// <see cref="ApiResource"/> declares.
/// </summary>
internal static class ApiDocument
{
    private const string BearerName = "bearer";
    private const string BasicName = "basic";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description =>
            description.ActionDescriptor.EndpointMetadata.OfType<ApiResource>().Any();
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(DescribeAsync);
    }

    private static Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        var words = context.ApplicationServices.GetRequiredService<ApiWords>();
        document.Info = new OpenApiInfo
        {
            Title = words["Document_Title"],
            Version = ApiEndpoints.Version,
            Description = words["Document_Text"],
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [BearerName] = Scheme("bearer", words["Document_Bearer"]),
            [BasicName] = Scheme("basic", words["Document_Basic"]),
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerName, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BasicName, document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Scheme(string name, string text) =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = name,
            Description = text,
        };

    private static Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var words = context.ApplicationServices.GetRequiredService<ApiWords>();
        var resource = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiResource>().Single();
        operation.OperationId = $"get{resource.Name}";
        operation.Summary = words.TitleOf(resource);
        operation.Description = words.TextOf(resource);
        operation.Parameters = [.. resource.EveryParameter.Select(parameter => Describe(parameter, words))];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = Answer(resource, words),
            ["304"] = new OpenApiResponse { Description = words["Status_304_Text"] },
        };
        foreach (var status in Refusals(resource))
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = Problem(status, words);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> Refusals(ApiResource resource) =>
        [
            StatusCodes.Status400BadRequest,
            StatusCodes.Status401Unauthorized,
            StatusCodes.Status403Forbidden,
            .. resource.Parameters.Any(one => one.IsInPath) ? [StatusCodes.Status404NotFound] : Array.Empty<int>(),
            StatusCodes.Status406NotAcceptable,
            StatusCodes.Status429TooManyRequests,
            StatusCodes.Status503ServiceUnavailable,
        ];

    private static OpenApiParameter Describe(ApiParameter parameter, ApiWords words) =>
        new()
        {
            Name = parameter.Name,
            In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.IsInPath,
            Description = words.TextOf(parameter),
            Example =
                parameter.Type == ApiType.WholeNumber
                    ? JsonValue.Create(long.Parse(parameter.Example, CultureInfo.InvariantCulture))
                    : JsonValue.Create(parameter.Example),
            Schema = ApiSchema.Of(parameter.Type, parameter.Values, isNullable: false),
        };

    private static OpenApiResponse Answer(ApiResource resource, ApiWords words) =>
        new()
        {
            Description = words.TitleOf(resource),
            Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = Header(words["Header_ETag"]),
                ["Link"] = Header(words["Header_Link"]),
            },
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ApiFormat.JsonType] = new() { Schema = ApiSchema.Of(resource, words) },
                [ApiFormat.CsvType] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = words["Document_Csv"] },
                },
            },
        };

    private static OpenApiHeader Header(string text) =>
        new()
        {
            Description = text,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiResponse Problem(int status, ApiWords words) =>
        new()
        {
            Description = words[$"Status_{status}"],
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = ApiSchema.Problem(words) },
            },
        };
}
