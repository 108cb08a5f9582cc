using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage;

namespace AmiDashboard.Scores;

/// <summary>A decision that was sent to the source, and its answer, whatever session it is of.</summary>
internal static class SampleSendings
{
    public static async Task AddSendingAsync(this TestStore store, int edition, int number)
    {
        var session = (await store.RowsAsync(context => context.Sessions)).First(one => one.Edition == edition);
        var outcome = await store
            .Get<Store>()
            .WriteAsync<int>(
                Viewer.Product,
                Right.None,
                nameof(AddSendingAsync),
                writing =>
                {
                    var sending = new DecisionSending
                    {
                        SessionId = session.Id,
                        Edition = edition,
                        Number = number,
                        Outcome = SourceState.Accepted,
                        Motivation = "Motif « é\"\\' »",
                        Notifies = true,
                        Instructor = "instructeur-1",
                        SentAt = writing.Now,
                        SentBy = "Camille",
                    };
                    sending.Answers.Add(
                        new SendingAnswer
                        {
                            Result = SendingResult.Refused,
                            Detail = "Le dossier est clos",
                            HeardAt = writing.Now,
                        }
                    );
                    writing.Context.DecisionSendings.Add(sending);
                    return Task.FromResult<Outcome<int>>(1);
                },
                CancellationToken.None
            );
        Assert.True(outcome.Done);
    }
}
