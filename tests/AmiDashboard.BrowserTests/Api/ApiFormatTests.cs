using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Web.Api;
using Microsoft.AspNetCore.Http;

namespace AmiDashboard.Api;

public sealed class ApiFormatTests
{
    [Theory]
    [InlineData("", "json")]
    [InlineData("*/*", "json")]
    [InlineData("application/json", "json")]
    [InlineData("text/csv", "csv")]
    [InlineData("text/csv; charset=utf-8", "csv")]
    [InlineData("text/*", "csv")]
    [InlineData("text/csv;q=0.5, application/json;q=0.9", "json")]
    [InlineData("application/json;q=0.2, text/csv", "csv")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "json")]
    [InlineData("application/json;q=0, */*", "csv")]
    [InlineData("image/png", null)]
    [InlineData("application/json;q=0", null)]
    public void What_is_accepted_decides_json_before_csv(string accept, string? chosen) =>
        Assert.Equal(chosen, Choose(null, null, accept)?.Key);

    [Theory]
    [InlineData("csv", null, "application/json", "csv")]
    [InlineData("json", null, "text/csv", "json")]
    [InlineData("csv", "comma", "", "csv-comma")]
    [InlineData("csv", "semicolon", "", "csv")]
    [InlineData(null, "comma", "text/csv", "csv-comma")]
    [InlineData("json", "comma", "", null)]
    [InlineData("xml", null, "", null)]
    public void What_the_address_says_counts_first(string? named, string? separator, string accept, string? chosen)
    {
        Assert.Equal(chosen, Choose(named, separator, accept)?.Key);
        Assert.Equal(
            chosen == "csv-comma" ? CsvManner.Plain : CsvManner.French,
            Choose(named, separator, accept)?.Csv ?? CsvManner.French
        );
    }

    [Theory]
    [InlineData("Bearer ami_1", "ami_1")]
    [InlineData("bearer ami_1", "ami_1")]
    [InlineData("Basic dTphbWlfMQ==", "ami_1")]
    [InlineData("Basic OmFtaV8x", "ami_1")]
    [InlineData("Basic YW1pXzE=", null)]
    [InlineData("Basic ***", null)]
    [InlineData("Digest ami_1", null)]
    [InlineData("Bearer", null)]
    [InlineData("", null)]
    public void A_key_is_sent_as_a_bearer_or_as_the_password_of_basic(string header, string? key) =>
        Assert.Equal(key, ApiAuthentication.KeyOf(header));

    private static ApiFormat? Choose(string? named, string? separator, string accept)
    {
        var http = new DefaultHttpContext();
        if (accept.Length > 0)
        {
            http.Request.Headers.Accept = accept;
        }

        return ApiFormat.Choose(named, separator, http.Request);
    }
}
