using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Web.Api;

namespace AmiDashboard.Api;

public sealed class ApiBodyTests
{
    private static readonly ApiColumn[] Columns =
    [
        new("id", ApiType.WholeNumber, null),
        new("label", ApiType.Text, null),
        new("amount", ApiType.Money, null),
        new("share", ApiType.Share, null),
        new("dueOn", ApiType.Day, null),
        new("at", ApiType.Instant, null),
        new("missing", ApiType.List, null),
    ];

    private static readonly DateTime Instant = new(2018, 12, 31, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void Json_has_exact_euros_paris_days_and_utc_instants()
    {
        Assert.Equal(
            """{"rows":[{"id":7,"label":"« Avance » \"40 %\"","amount":0.30,"share":0.3333,"dueOn":"2018-12-31","at":"2018-12-31T23:30:00Z","missing":["RIB","Devis"]},{"id":8,"label":null,"amount":-1234567.05,"share":null,"dueOn":null,"at":null,"missing":[]}],"next":"/api/v1/x?after=8"}""",
            Json("/api/v1/x?after=8").Replace("\\u00A0", " ", StringComparison.Ordinal)
        );
        Assert.EndsWith("\"next\":null}", Json(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10L, 20L, "0.30")]
    [InlineData(1L, 0L, "0.01")]
    [InlineData(-5L, 0L, "-0.05")]
    [InlineData(100L, 0L, "1.00")]
    [InlineData(9_007_199_254_740_993L, 0L, "90071992547409.93")]
    public void An_amount_has_exactly_two_decimals_whatever_it_is_the_sum_of(long one, long other, string written)
    {
        using var stream = new MemoryStream();
        ApiBody.WriteJson(
            stream,
            [new("amount", ApiType.Money, null)],
            [new(1, [new Money(one) + new Money(other)])],
            isOne: true,
            next: null
        );
        Assert.Equal($"{{\"amount\":{written}}}", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task Csv_is_french_for_excel_and_plain_for_programs()
    {
        Assert.Equal(
            "\uFEFFid;label;amount;share;dueOn;at;missing\r\n"
                + "7;\"« Avance » \"\"40 %\"\"\";0,30;0,3333;31/12/2018;01/01/2019 00:30:00;RIB, Devis\r\n"
                + "8;;-1234567,05;;;;\r\n",
            await CsvAsync(CsvManner.French)
        );
        Assert.Equal(
            "id,label,amount,share,dueOn,at,missing\r\n"
                + "7,\"« Avance » \"\"40 %\"\"\",0.30,0.3333,2018-12-31,2018-12-31T23:30:00Z,\"RIB, Devis\"\r\n"
                + "8,,-1234567.05,,,,\r\n",
            await CsvAsync(CsvManner.Plain)
        );
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("@SUM(A1)")]
    [InlineData("-2+3")]
    public async Task A_text_that_begins_like_a_formula_is_none_in_either_csv(string text)
    {
        foreach (var manner in Enum.GetValues<CsvManner>())
        {
            using var stream = new MemoryStream();
            ApiColumn[] columns = [new("label", ApiType.Text, null), new("list", ApiType.List, null)];
            await ApiBody.WriteCsvAsync(
                stream,
                columns,
                [new(1, [text, new List<string> { text, "b" }])],
                manner,
                TestContext.Current.CancellationToken
            );
            var line = Encoding
                .UTF8.GetString(stream.ToArray())
                .Split("\r\n")[1]
                .Replace("\"", "", StringComparison.Ordinal);
            Assert.StartsWith("'", line, StringComparison.Ordinal);
            Assert.Contains(manner == CsvManner.French ? ";'" : ",'", line, StringComparison.Ordinal);
        }
    }

    private static ApiRow[] Rows =>
        [
            new(
                7,
                [
                    7L,
                    "« Avance » \"40 %\"",
                    new Money(30),
                    1m / 3,
                    new DateOnly(2018, 12, 31),
                    Instant,
                    new List<string> { "RIB", "Devis" },
                ]
            ),
            new(8, [8, null, new Money(-123_456_705), null, null, null, new List<string>()]),
        ];

    private static string Json(string? next)
    {
        using var stream = new MemoryStream();
        ApiBody.WriteJson(stream, Columns, Rows, isOne: false, next);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<string> CsvAsync(CsvManner manner)
    {
        using var stream = new MemoryStream();
        await ApiBody.WriteCsvAsync(stream, Columns, Rows, manner, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
