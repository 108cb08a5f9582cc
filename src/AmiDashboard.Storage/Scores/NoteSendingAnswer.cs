using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>Writes down what was heard of a decision that was sent, beside what was heard of it before.</summary>
public sealed class NoteSendingAnswer(Store store) : IOperation<NoteSendingAnswer.Request, long>
{
    /// <param name="Detail">The source's own words; cut where they are long.</param>
    public sealed record Request(long SendingId, SendingResult Result, string? Detail = null);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(NoteSendingAnswer),
            async writing =>
            {
                var sending = await writing.Context.DecisionSendings.SingleOrDefaultAsync(
                    sending => sending.Id == request.SendingId,
                    cancellation
                );
                if (sending is null)
                {
                    return Refusal.NotFound;
                }

                var detail = PlainText.Of(request.Detail);
                sending.Answers.Add(
                    new SendingAnswer
                    {
                        Result = request.Result,
                        Detail =
                            detail?.Length > SendingAnswer.LongestDetail
                                ? PlainText.Of(detail[..SendingAnswer.LongestDetail])
                                : detail,
                        HeardAt = writing.Now,
                    }
                );
                writing.Touch(Subject.Session, sending.SessionId);
                return sending.Id;
            },
            cancellation
        );
}
