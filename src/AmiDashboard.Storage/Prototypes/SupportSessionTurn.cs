using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>A support session to be changed, as the person saw it, by who keeps its track.</summary>
internal static class SupportSessionTurn
{
    public static async Task<Outcome<(SupportSession Session, SupportSessionStep Last)>> TakeAsync(
        Writing writing,
        Viewer viewer,
        long id,
        int version,
        CancellationToken cancellation
    )
    {
        var session = await writing
            .Context.SupportSessions.Include(one => one.Steps)
            .Include(one => one.Actions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (session is null)
        {
            return Refusal.NotFound;
        }

        var right = SupportRules.RightOf(session.Track);
        if (!viewer.PerimeterOf(right).Admits(session.Edition, session.Number))
        {
            return viewer.Can(right) ? Refusal.NotFound : new Refusal("Refusal_OtherTrack");
        }

        if (session.Version != version)
        {
            return Refusal.Conflict;
        }

        writing.Touch(Subject.Prototype, session.Number);
        // Of two who change a session at once, one is told.
        writing.Context.Entry(session).State = EntityState.Modified;
        return (session, session.Steps.MaxBy(step => step.Id)!);
    }
}
