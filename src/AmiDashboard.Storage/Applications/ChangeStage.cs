using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// Moves an application to another stage, with a date and a reason; the older stages stay. Refused by
/// <see cref="StageRules.Check"/>, and as a conflict where the application moved since the person saw it.
/// </summary>
public sealed class ChangeStage(Store store) : IOperation<ChangeStage.Request, int>
{
    /// <param name="ValidFrom">UTC; null for now.</param>
    /// <param name="Version">The version that the person saw.</param>
    public sealed record Request(int Number, Stage Stage, string? Reason, int Version, DateTime? ValidFrom = null);

    public static Right Right => Right.ChangeStage;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ChangeStage),
            async writing =>
            {
                var application = await writing
                    .Context.Applications.Shown()
                    .SingleOrDefaultAsync(application => application.Number == request.Number, cancellation);
                if (application is null)
                {
                    return Refusal.NotFound;
                }

                if (application.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                var validFrom = request.ValidFrom ?? writing.Now;
                var refusal = StageRules.Check(
                    application.Stage,
                    application.StageSince,
                    request.Stage,
                    validFrom,
                    request.Reason,
                    writing.Now
                );
                if (refusal is not null)
                {
                    return refusal;
                }

                application.StageChanges.Add(
                    new StageChange
                    {
                        Stage = request.Stage,
                        ValidFrom = validFrom,
                        RecordedAt = writing.Now,
                        RecordedBy = writing.By,
                        Reason = request.Reason?.Trim(),
                    }
                );
                (application.Stage, application.StageSince) = (request.Stage, validFrom);
                writing.Touch(Subject.Application, application.Id);
                return application.Number;
            },
            cancellation
        );
}
