using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using static AmiDashboard.People.EveryReadTests;
using static AmiDashboard.People.ReadQueries;

namespace AmiDashboard.People;

/// <summary>What instructors keep among themselves at the source, asked of every read by every profile.</summary>
public sealed class InstructionReadTests
{
    [Theory, OnBothEngines]
    public async Task Labels_and_e_mails_of_the_instructors_are_for_those_who_run_the_call_alone(TestEngine engine)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        foreach (
            var profile in Enum.GetValues<Profile>()
                .Where(profile => ProfileRights.Of(profile).Contains(Right.SeeApplications))
        )
        {
            var viewer = SampleDossiers.Person(profile, Perimeter.OfApplications(Own));
            var isOfThem = profile is Profile.Administrator or Profile.Dinsic or Profile.Ditp;
            foreach (var read in Reads)
            {
                if (!viewer.Can((Right)RightOf(read)!))
                {
                    continue;
                }

                foreach (var query in All[read])
                {
                    var answer = await AskAsync(store, read, viewer, query);
                    var isSaid = isOfThem && query is ApplicationSheet.Query { Number: Own };
                    Assert.Equal(isSaid, answer.Contains($"Label-{Own}", StringComparison.Ordinal));
                    Assert.Equal(isSaid, answer.Contains($"agent-{Own}@", StringComparison.Ordinal));
                }
            }

            foreach (var word in new[] { $"Label-{Own}", $"agent-{Own}" })
            {
                var found = await store
                    .Get<ApplicationList>()
                    .RunAsync(viewer, new(new ApplicationFilter { Search = SearchWords.Of(word) }));
                Assert.Equal(0, found.Total);
            }
        }
    }
}
