using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using AmiDashboard.Charts;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;

namespace AmiDashboard.Applications;

public sealed class ExportTests(Demonstration demonstration)
{
    public static TheoryData<string> Personas => [.. Core.Demonstration.Personas.All.Select(persona => persona.Key)];

    [Theory, MemberData(nameof(Personas))]
    public async Task Each_persona_exports_its_own_perimeter_or_nothing(string key)
    {
        var persona = Core.Demonstration.Personas.Find(key)!;
        using var client = await demonstration.Program.NewClientAsync(key);
        var seen = Programme
            .Applications.Where(one => persona.Perimeter.Admits(one.Edition, one.Dossier.Number))
            .Select(one => one.Dossier.Number)
            .Where(number => !persona.Profiles.Contains(Profile.Reviewer) || Given(key).Contains(number))
            .Select(number => $"{number}")
            .ToHashSet();

        var list = await client.GetAsync("/export/applications.csv", TestContext.Current.CancellationToken);

        if (persona.Profiles.Count == 0)
        {
            Assert.NotEqual("text/csv", list.Content.Headers.ContentType?.MediaType);
        }
        else
        {
            var lines = (await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
            Assert.Equal(
                seen.Order(),
                lines.Skip(1).Select(line => line.Split(';')[0]).Where(number => int.TryParse(number, out _)).Order()
            );
        }

        var seesFigures = persona.Profiles.Any(profile => ProfileRights.Of(profile).Contains(Right.SeeFigures));
        foreach (var chart in ChartCatalog.Applications)
        {
            var answer = await client.GetAsync($"/export/{chart.Name}.csv", TestContext.Current.CancellationToken);
            Assert.Equal(seesFigures, answer.Content.Headers.ContentType?.MediaType == "text/csv");
        }
    }

    /// <summary>What a reviewer was given in the demonstration.</summary>
    private static HashSet<int> Given(string key) =>
        [
            .. DemonstrationScores
                .All.SelectMany(edition => edition.Assignments)
                .Where(assignment => assignment.ReviewerKey == key)
                .Select(assignment => assignment.Number),
        ];

    [Fact]
    public async Task Every_chart_downloads_as_picture_drawing_and_tables()
    {
        using var client = await demonstration.Program.NewClientAsync("dinsic");
        foreach (var chart in ChartCatalog.Applications)
        {
            var png = await client.GetByteArrayAsync(
                $"/export/{chart.Name}.png",
                TestContext.Current.CancellationToken
            );
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png.Take(4));
            var svg = XDocument.Parse(
                await client.GetStringAsync($"/export/{chart.Name}.svg", TestContext.Current.CancellationToken)
            );
            Assert.Equal("svg", svg.Root!.Name.LocalName);
            var csv = await client.GetByteArrayAsync(
                $"/export/{chart.Name}.csv",
                TestContext.Current.CancellationToken
            );
            Assert.Equal(Encoding.UTF8.GetPreamble(), csv.Take(3));
            var rows = MiniExcelLibs
                .MiniExcel.Query(
                    new MemoryStream(
                        await client.GetByteArrayAsync(
                            $"/export/{chart.Name}.xlsx",
                            TestContext.Current.CancellationToken
                        )
                    )
                )
                .ToList();
            Assert.Equal(Encoding.UTF8.GetString(csv).TrimEnd().Split("\r\n").Length, rows.Count);
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync("/export/unknown.csv", TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync("/export/stages.exe", TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public async Task The_list_in_xlsx_has_real_numbers_and_dates_and_text_is_never_a_formula()
    {
        using var client = await demonstration.Program.NewClientAsync("dinsic");
        var file = new MemoryStream(
            await client.GetByteArrayAsync("/export/applications.xlsx?edition=1", TestContext.Current.CancellationToken)
        );

        var rows = MiniExcelLibs.MiniExcel.Query(file).Cast<IDictionary<string, object?>>().ToList();

        Assert.Contains(rows, row => row["A"] is double number && number == 100001);
        Assert.Contains(rows, row => row["H"] is DateTime);
        Assert.Contains(rows, row => row["C"] is string title && title.StartsWith("=SOMME", StringComparison.Ordinal));
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        using var sheet = archive
            .Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal))
            .Open();
        Assert.All(
            XDocument.Load(sheet).Descendants().Where(element => element.Name.LocalName == "f"),
            formula => Assert.StartsWith("SUM(", formula.Value, StringComparison.Ordinal)
        );
    }
}
