using AmiDashboard.Api;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;

namespace AmiDashboard.Applications;

/// <summary>What instructors keep among themselves at the source is served to those who run the call, and to nobody else.</summary>
public sealed class InstructionTests(Demonstration demonstration)
{
    public static TheoryData<string> Somebody =>
        ["administrator", "dinsic", "ditp", "sgpi", "cdc", "leadership", "reviewer1", "ministry1"];

    [Theory, MemberData(nameof(Somebody))]
    public async Task Labels_and_e_mails_of_instructors_are_in_nothing_that_others_are_served(string key)
    {
        var persona = Personas.Find(key)!;
        var profile = persona.Profiles.Single();
        var number =
            profile == Profile.Reviewer
                ? DemonstrationScores
                    .All.SelectMany(edition => edition.Assignments)
                    .First(assignment => assignment.ReviewerKey == key)
                    .Number
            : persona.Perimeter.IsEverything ? Personas.Find("ministry3")!.Perimeter.Applications.Single()
            : persona.Perimeter.Applications.Single();
        using var client = await demonstration.Program.NewClientAsync(key);

        var sheet = await client.GetStringAsync($"/candidatures/{number}", TestContext.Current.CancellationToken);
        Assert.Contains($"{number}", sheet, StringComparison.Ordinal);
        var isOfThem = profile is Profile.Administrator or Profile.Dinsic or Profile.Ditp;
        Assert.Equal(isOfThem, sheet.Contains("instructeur@", StringComparison.Ordinal));
        Assert.Equal(isOfThem, sheet.Contains("Complet", StringComparison.Ordinal));

        using var api = await demonstration.Program.NewApiClientAsync(key);
        foreach (
            var (asking, address) in new[]
            {
                (client, "/export/applications.csv"),
                (client, "/candidatures"),
                (api, "applications"),
                (api, $"applications/{number}"),
            }
        )
        {
            using var answer = await asking.GetAsync(address, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("instructeur@", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Complet", text, StringComparison.Ordinal);
        }

        // Words of titles contain that of a label: what it finds of labels alone is asked of the read itself.
        var found = await client.GetStringAsync(
            "/export/applications.csv?q=instructeur",
            TestContext.Current.CancellationToken
        );
        Assert.Single(found.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }
}
