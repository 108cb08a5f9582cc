using System.Net;
using System.Text.Json;
using AmiDashboard.Web.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace AmiDashboard.Api;

/// <summary>The OpenAPI document is valid, in words, and true: each of its paths answers as it says.</summary>
public sealed class ApiDocumentTests(Applications.Demonstration demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_valid_and_names_every_resource_and_column_in_words()
    {
        using var client = await demonstration.Program.NewApiClientAsync("cdc");
        var document = await ReadAsync(client);
        var resources = demonstration.Program.Services.GetServices<ApiResource>().ToList();

        Assert.Equal(resources.Select(one => ApiClients.Root + one.Path).Order(), document.Paths.Keys.Order());
        Assert.Equal(["basic", "bearer"], document.Components!.SecuritySchemes!.Keys.Order());
        Assert.Equal(2, document.Security!.Count);
        var operations = document.Paths.Values.Select(path => path.Operations!.Single().Value).ToList();
        Assert.Equal(operations.Count, operations.Select(one => one.OperationId).Distinct().Count());
        Assert.All(
            operations,
            operation =>
            {
                IsSaid(operation.Summary);
                IsSaid(operation.Description);
                Assert.All(operation.Parameters!, parameter => IsSaid(parameter.Description));
                Assert.Empty(
                    new[] { "200", "304", "400", "401", "403", "406", "429" }.Except(operation.Responses!.Keys)
                );
                Assert.All(
                    RowOf(operation).Properties ?? new Dictionary<string, IOpenApiSchema>(),
                    column => IsSaid(column.Value.Description)
                );
            }
        );
    }

    [Fact]
    public async Task Every_path_answers_what_it_documents_as_json_and_as_csv()
    {
        using var client = await demonstration.Program.NewApiClientAsync("cdc");
        foreach (var (template, path) in (await ReadAsync(client)).Paths)
        {
            var operation = path.Operations!.Single().Value;
            var address = template
                .Replace("{number}", "200027", StringComparison.Ordinal)
                .Replace("{name}", "budget-projects", StringComparison.Ordinal);
            var answer = await client.JsonAsync(address);
            var row = answer.TryGetProperty("rows", out var rows) ? rows.EnumerateArray().First() : answer;
            if (RowOf(operation).Properties is { Count: > 0 } columns)
            {
                Assert.Equal(columns.Keys, row.EnumerateObject().Select(member => member.Name));
                Assert.All(row.EnumerateObject(), member => Suits(columns[member.Name], member.Value));
            }

            using var csv = await client.GetAsync($"{address}.csv", Cancellation);
            Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
            var header = (await csv.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF').Split("\r\n")[0];
            Assert.Equal(
                row.EnumerateObject().Select(member => member.Name),
                header.Split(';').Select(name => name.Trim('"'))
            );
        }
    }

    /// <summary>Each documented value of each parameter, as its example has it, is understood.</summary>
    [Fact]
    public async Task Every_example_of_a_parameter_is_understood()
    {
        using var client = await demonstration.Program.NewApiClientAsync("cdc");
        foreach (var resource in demonstration.Program.Services.GetServices<ApiResource>())
        {
            var path = resource
                .Path.Replace("{number}", "200027", StringComparison.Ordinal)
                .Replace("{name}", "budget-projects", StringComparison.Ordinal);
            foreach (var parameter in resource.EveryParameter.Where(one => !one.IsInPath))
            {
                var example = Uri.EscapeDataString(parameter.Example);
                var csv = parameter.Name == "separator" ? "&format=csv" : "";
                using var answer = await client.GetAsync($"{path}?{parameter.Name}={example}{csv}", Cancellation);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}?{parameter.Name}={example}");
            }
        }
    }

    private static async Task<OpenApiDocument> ReadAsync(HttpClient client)
    {
        var text = await client.GetStringAsync("openapi.json", Cancellation);
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json, new OpenApiReaderSettings());
        Assert.NotNull(read.Document);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        return read.Document;
    }

    private static IOpenApiSchema RowOf(OpenApiOperation operation)
    {
        var schema = operation.Responses!["200"].Content!["application/json"].Schema!;
        return schema.Properties?.TryGetValue("rows", out var rows) == true ? rows.Items! : schema;
    }

    /// <summary>A text, and not the name of one that lacks.</summary>
    private static void IsSaid(string? text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotMatch("^[A-Za-z]+_", text);
    }

    private static void Suits(IOpenApiSchema schema, JsonElement value)
    {
        var kind = value.ValueKind switch
        {
            JsonValueKind.Null => JsonSchemaType.Null,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.Number => schema.Type!.Value & (JsonSchemaType.Number | JsonSchemaType.Integer),
            _ => JsonSchemaType.String,
        };
        Assert.NotEqual(default, kind);
        Assert.True(schema.Type!.Value.HasFlag(kind), $"{schema.Description}: {value}");
        if (schema.Enum is { Count: > 0 } names && value.ValueKind == JsonValueKind.String)
        {
            Assert.Contains(value.GetString(), names.Where(one => one is not null).Select(one => one.ToString()));
        }
    }
}
