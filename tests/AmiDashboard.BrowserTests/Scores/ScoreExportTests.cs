using System.Net;
using AmiDashboard.Charts;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Scores;

/// <summary>Every export that tells of scores, asked for as every persona.</summary>
public sealed class ScoreExportTests(Demonstration demonstration)
{
    public static TheoryData<string> Everybody => [.. Personas.All.Select(persona => persona.Key)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nobody_downloads_what_their_pages_do_not_show(string key)
    {
        var profiles = Personas.Find(key)!.Profiles;
        using var client = await demonstration.Program.NewClientAsync(key);
        bool May(Right right) => profiles.Any(profile => ProfileRights.Of(profile).Contains(right));
        foreach (var chart in ChartCatalog.Scores)
        {
            foreach (var format in new[] { "csv", "xlsx", "svg", "png" })
            {
                await IsGivenAsync(client, $"/export/{chart.Name}.{format}?edition=1", May(chart.Right));
            }
        }

        await IsGivenAsync(client, "/export/relances.csv?edition=3", May(Right.ManageReviews));
        await IsGivenAsync(client, "/rapports/seance-1.pdf", May(Right.SeeDecisions));
        await IsGivenAsync(client, "/export/lettres-3.xlsx", May(Right.SeeDecisions));
        using var reminders = await client.GetAsync("/export/relances.csv?edition=3", Cancellation);
        var told = await reminders.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(
            May(Right.ManageReviews),
            // Somebody else's: a page that says no names the person who asked.
            told.Contains(
                Personas.Find(key == "reviewer4" ? "reviewer5" : "reviewer4")!.Email,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Tables_of_a_ranking_name_no_reviewer_and_those_of_managers_do()
    {
        using var sgpi = await demonstration.Program.NewClientAsync("sgpi");
        using var dinsic = await demonstration.Program.NewClientAsync("dinsic");
        foreach (var chart in ChartCatalog.Scores.Where(chart => chart.Right != Right.ManageReviews))
        {
            var table = await sgpi.GetStringAsync($"/export/{chart.Name}.csv?edition=1", Cancellation);
            Assert.All(
                DemonstrationScores.All[0].Reviewers,
                reviewer => Assert.DoesNotContain(reviewer.Persona.Name, table, StringComparison.Ordinal)
            );
        }

        Assert.Contains(
            Personas.Find("reviewer1")!.Name,
            await dinsic.GetStringAsync("/export/reviewer-severity.csv?edition=1", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task There_are_no_letters_of_an_act_that_is_not_sgpis()
    {
        using var client = await demonstration.Program.NewClientAsync("dinsic");
        foreach (var path in new[] { "/export/lettres-1.csv", "/export/lettres-999.csv", "/rapports/seance-999.pdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Cancellation)).StatusCode);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Who may not have it gets a page that says so, and no file.</summary>
    private static async Task IsGivenAsync(HttpClient client, string path, bool may)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        Assert.True(
            may == (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != "text/html"),
            $"{path}: {answer.StatusCode} {answer.Content.Headers.ContentType}"
        );
    }
}
