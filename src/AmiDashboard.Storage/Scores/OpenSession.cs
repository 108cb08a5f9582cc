using AmiDashboard.Core;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Opens the session of one of the three bodies: freezes what it will rest on, closes the reviews, and takes over the
/// decisions of the act before as a first draft. Refused before that act is closed, while the same body deliberates, and
/// to whom <see cref="DecisionRules.RightOf"/> does not name.
/// </summary>
public sealed class OpenSession(Store store) : IOperation<OpenSession.Request, int>
{
    /// <param name="HeldOn">Paris day; not in the future.</param>
    public sealed record Request(
        int Edition,
        DecidingBody Body,
        DateOnly HeldOn,
        int Quorum,
        IReadOnlyList<Seat> Members
    );

    public static Right Right => Right.SeeDecisions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(OpenSession),
            async writing =>
            {
                if (SessionTurn.Check(viewer, request.Body, request.Edition) is { } notAllowed)
                {
                    return notAllowed;
                }

                await writing.TakeTurnAsync(request.Edition, isAlone: true, cancellation);
                var edition = await writing.Context.Editions.SingleOrDefaultAsync(
                    edition => edition.Number == request.Edition,
                    cancellation
                );
                if (edition is null)
                {
                    return Refusal.NotFound;
                }

                if (await CheckAsync(writing, request, cancellation) is { } refusal)
                {
                    return refusal;
                }

                var before = await BeforeAsync(writing.Context, request, cancellation);
                if (before is null && DecisionRules.Before(request.Body) is not null)
                {
                    return new Refusal("Refusal_ActBeforeMissing", DecisionRules.Before(request.Body)!.Value);
                }

                var dates = new EditionDates(edition.Number, edition.Name, edition.OpensAt, edition.Deadline);
                var basis = await BasisFreezing.FreezeAsync(
                    writing.Context,
                    dates,
                    writing.Now,
                    application => DecisionRules.IsDeliberated(application.Stage),
                    cancellation
                );
                if (basis is null)
                {
                    return new Refusal("Refusal_NoGrid");
                }

                if (basis.Applications.IsEmpty)
                {
                    return new Refusal("Refusal_NothingToDecide");
                }

                var session = Open(writing, edition, request, basis, before);
                writing.Context.Sessions.Add(session);
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Session, session.Id);
                return session.Id;
            },
            cancellation
        );

    private static async Task<Refusal?> CheckAsync(Writing writing, Request request, CancellationToken cancellation)
    {
        if (SessionTurn.CheckSeats(request.Members, request.Quorum) is { } seats)
        {
            return seats;
        }

        if (request.HeldOn > ParisTime.DayOf(writing.Now))
        {
            return new Refusal("Refusal_SessionInFuture");
        }

        return await writing.Context.Sessions.AnyAsync(
            session => session.Edition == request.Edition && session.State == SessionState.Open,
            cancellation
        )
            ? new Refusal("Refusal_SessionOpen")
            : null;
    }

    /// <summary>The last act of the bodies before this one, where it is of the very body before: a later jury undoes it.</summary>
    private static async Task<Session?> BeforeAsync(AmiContext context, Request request, CancellationToken cancellation)
    {
        if (DecisionRules.Before(request.Body) is not { } body)
        {
            return null;
        }

        var last = await context
            .Sessions.AsNoTracking()
            .Include(session => session.Decisions)
            .Where(session =>
                session.Edition == request.Edition
                && session.State == SessionState.Closed
                && (session.Body == DecidingBody.Jury || session.Body == body)
            )
            .OrderByDescending(session => session.Id)
            .FirstOrDefaultAsync(cancellation);
        return last?.Body == body ? last : null;
    }

    private static Session Open(Writing writing, Edition edition, Request request, FrozenBasis basis, Session? before)
    {
        var session = new Session
        {
            EditionId = edition.Id,
            Edition = edition.Number,
            Body = request.Body,
            State = SessionState.Open,
            HeldOn = request.HeldOn,
            Quorum = request.Quorum,
            OpenedAt = writing.Now,
            OpenedBy = writing.By,
            Basis = basis,
        };
        SessionTurn.Seat(session, request.Members);
        var deliberated = basis.Applications.Select(application => application.Number).ToHashSet();
        session.Decisions.AddRange(
            (before?.Decisions ?? [])
                .Where(decision => deliberated.Contains(decision.Number))
                .Select(decision => new Decision
                {
                    ApplicationId = decision.ApplicationId,
                    Edition = decision.Edition,
                    Number = decision.Number,
                    Verdict = decision.Verdict,
                    Reason = decision.Reason,
                    Amount = decision.Amount,
                    RecordedAt = writing.Now,
                    RecordedBy = writing.By,
                })
        );
        return session;
    }
}

/// <summary>A member of a session as a form gives them.</summary>
public sealed record Seat(string Name, string? Body, bool IsPresent);
