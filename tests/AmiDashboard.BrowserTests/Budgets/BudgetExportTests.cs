using System.Net;
using AmiDashboard.Applications;
using AmiDashboard.Charts;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;

namespace AmiDashboard.Budgets;

/// <summary>Every file of budgets, asked for as every persona: who may not see the money gets none of it.</summary>
public sealed class BudgetExportTests(Demonstration demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Everybody => [.. Personas.All.Select(persona => persona.Key)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_file_of_budgets_is_for_who_sees_them(string persona)
    {
        using var client = await demonstration.Program.NewClientAsync(persona);
        var may = Personas.Find(persona)!.Profiles.Any(one => ProfileRights.Of(one).Contains(Right.SeeBudgets));
        foreach (var chart in ChartCatalog.Budgets)
        {
            foreach (var format in new[] { "csv", "xlsx", "png", "svg" })
            {
                await IsGivenAsync(client, $"/export/{chart.Name}.{format}", may);
            }
        }

        foreach (var name in new[] { "journal", "sgpi" })
        {
            await IsGivenAsync(client, $"/export/{name}.csv", may);
            await IsGivenAsync(client, $"/export/{name}.xlsx", may);
        }
    }

    [Fact]
    public async Task A_team_gets_its_own_project_and_no_envelope()
    {
        using var team = await demonstration.Program.NewClientAsync("ministry1");
        using var sgpi = await demonstration.Program.NewClientAsync("sgpi");
        var (own, all) = (await LinesAsync(team, "sgpi"), await LinesAsync(sgpi, "sgpi"));
        Assert.Equal((2, 22), (own.Length, all.Length));
        // The action is of the whole edition, which a team does not see.
        Assert.Contains(all, line => line.EndsWith(own[1], StringComparison.Ordinal));
        Assert.DoesNotContain(
            await LinesAsync(team, "journal"),
            line => line.Contains(";Enveloppe;1;", StringComparison.Ordinal)
        );
        Assert.Contains(
            await LinesAsync(sgpi, "journal"),
            line => line.Contains(";Enveloppe;1;", StringComparison.Ordinal)
        );
    }

    private static async Task<string[]> LinesAsync(HttpClient client, string name) =>
        (await client.GetStringAsync($"/export/{name}.csv", Cancellation)).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>Who may not have it gets a page that says so, and no file.</summary>
    private static async Task IsGivenAsync(HttpClient client, string path, bool may)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        Assert.True(
            may
                == (
                    answer.StatusCode == HttpStatusCode.OK
                    && answer.Content.Headers.ContentType?.MediaType != "text/html"
                ),
            $"{path}: {answer.StatusCode} {answer.Content.Headers.ContentType}"
        );
    }
}
