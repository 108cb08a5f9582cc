using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AmiDashboard.Web.Api;

/// <summary>What answers look like, as JSON schemas.</summary>
internal static class ApiSchema
{
    public static OpenApiSchema Of(ApiResource resource, ApiWords words)
    {
        var row =
            resource.Columns.Count == 0
                ? new OpenApiSchema { Type = JsonSchemaType.Object, Description = words["Document_ChartRow"] }
                : Row(resource.Columns, words);
        return resource.IsOne
            ? row
            : Object([
                new("rows", new OpenApiSchema { Type = JsonSchemaType.Array, Items = row }),
                new(
                    "next",
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.String | JsonSchemaType.Null,
                        Description = words["Document_Next"],
                    }
                ),
            ]);
    }

    /// <param name="values">The only texts; null for any.</param>
    public static OpenApiSchema Of(ApiType type, IReadOnlyList<string>? values, bool isNullable)
    {
        var schema = new OpenApiSchema
        {
            Type = type switch
            {
                ApiType.WholeNumber => JsonSchemaType.Integer,
                ApiType.Number or ApiType.Money or ApiType.Share => JsonSchemaType.Number,
                ApiType.List => JsonSchemaType.Array,
                _ => JsonSchemaType.String,
            },
            Format = type switch
            {
                ApiType.WholeNumber => "int64",
                ApiType.Money or ApiType.Number or ApiType.Share => "decimal",
                ApiType.Day => "date",
                ApiType.Instant => "date-time",
                _ => null,
            },
            Items = type == ApiType.List ? new OpenApiSchema { Type = JsonSchemaType.String } : null,
            Enum = values is null ? null : [.. values.Select(value => (JsonNode)JsonValue.Create(value))],
        };
        if (isNullable)
        {
            schema.Type |= JsonSchemaType.Null;
            // An enumeration admits nothing that it does not name.
            schema.Enum?.Add(JsonNullSentinel.JsonNull);
        }

        return schema;
    }

    public static OpenApiSchema Problem(ApiWords words) =>
        Object([
            new("type", new OpenApiSchema { Type = JsonSchemaType.String }),
            new("title", new OpenApiSchema { Type = JsonSchemaType.String }),
            new("status", new OpenApiSchema { Type = JsonSchemaType.Integer }),
            new("detail", new OpenApiSchema { Type = JsonSchemaType.String, Description = words["Document_Problem"] }),
        ]);

    private static OpenApiSchema Row(IReadOnlyList<ApiColumn> columns, ApiWords words) =>
        Object([
            .. columns.Select(column =>
            {
                var schema = Of(column.Type, column.Values, isNullable: true);
                schema.Description = words.TextOf(column);
                schema.Examples = ExampleOf(column) is { } example ? [example] : null;
                return KeyValuePair.Create<string, IOpenApiSchema>(column.Name, schema);
            }),
        ]);

    private static JsonNode? ExampleOf(ApiColumn column) =>
        column.Example switch
        {
            null => null,
            int whole => JsonValue.Create(whole),
            decimal number => JsonValue.Create(number),
            string text when column.Type == ApiType.List => new JsonArray(JsonValue.Create(text)),
            var other => JsonValue.Create((string)other),
        };

    private static OpenApiSchema Object(IEnumerable<KeyValuePair<string, IOpenApiSchema>> members)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(members, StringComparer.Ordinal);
        return new()
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = properties.Keys.ToHashSet(StringComparer.Ordinal),
        };
    }
}
