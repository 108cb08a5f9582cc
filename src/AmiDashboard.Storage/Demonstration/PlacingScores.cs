using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>Writes an edition's reviews and decisions, dated as they were made, in the transaction of the operation that asks.</summary>
internal static class PlacingScores
{
    public static async Task ApplyAsync(
        Writing writing,
        Edition edition,
        DemonstrationScores scores,
        CancellationToken cancellation
    )
    {
        var grid = ScoringGrid.Of(edition, scores.Grid.Scale);
        EditGrid.Apply(grid, scores.Grid, scores.GridAt, Personas.Find("dinsic")!.Name, reason: null);
        writing.Context.ScoringGrids.Add(grid);
        var reviewers = scores.Reviewers.ToDictionary(
            reviewer => reviewer.Persona.Key,
            reviewer => new Reviewer
            {
                EditionId = edition.Id,
                Edition = edition.Number,
                Name = reviewer.Persona.Name,
                Email = reviewer.Persona.Email,
                Ministry = reviewer.Ministry,
                Expertise = [.. reviewer.Expertise],
            }
        );
        writing.Context.Reviewers.AddRange(reviewers.Values);
        await writing.Context.SaveChangesAsync(cancellation);
        writing.Touch(Subject.ScoringGrid, grid.Id);
        var ids = await writing
            .Context.Applications.Where(application => application.Edition == edition.Number)
            .ToDictionaryAsync(application => application.Number, application => application.Id, cancellation);
        var hand = new Hand(edition, grid, ids, reviewers);
        writing.Context.Assignments.AddRange(scores.Assignments.Select(one => hand.Assign(one, scores.AssignedAt)));
        writing.Context.Conflicts.AddRange(scores.Conflicts.Select(one => hand.Declare(one, scores.AssignedAt)));
        writing.Context.Reviews.AddRange(scores.Reviews.Select(hand.Review));
        await writing.Context.SaveChangesAsync(cancellation);
        var dates = new EditionDates(edition.Number, edition.Name, edition.OpensAt, edition.Deadline);
        foreach (var session in scores.Sessions)
        {
            var heard = session.Decisions.Select(decision => decision.Number).ToHashSet();
            var basis = await BasisFreezing.FreezeAsync(
                writing.Context,
                dates,
                session.OpenedAt,
                application => heard.Contains(application.Number),
                cancellation
            );
            writing.Context.Sessions.Add(hand.Hold(session, basis!));
            await writing.Context.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Makes rows of what the demonstration says, knowing which ids its numbers and keys have here.</summary>
    private sealed record Hand(
        Edition Edition,
        ScoringGrid Grid,
        Dictionary<int, long> Applications,
        Dictionary<string, Reviewer> Reviewers
    )
    {
        private static readonly string Manager = Personas.Find("dinsic2")!.Name;

        public Assignment Assign((int Number, string ReviewerKey) given, DateTime at) =>
            new()
            {
                ApplicationId = Applications[given.Number],
                Edition = Edition.Number,
                Number = given.Number,
                ReviewerId = Reviewers[given.ReviewerKey].Id,
                AssignedAt = at,
                AssignedBy = Manager,
            };

        public ConflictOfInterest Declare((int Number, string ReviewerKey, string Reason) tie, DateTime at) =>
            new()
            {
                ApplicationId = Applications[tie.Number],
                Edition = Edition.Number,
                Number = tie.Number,
                ReviewerId = Reviewers[tie.ReviewerKey].Id,
                Reason = tie.Reason,
                DeclaredAt = at,
                DeclaredBy = Reviewers[tie.ReviewerKey].Name,
            };

        public Review Review(DemonstrationReview given)
        {
            var reviewer = Reviewers[given.ReviewerKey];
            var isDraft = given.SubmittedAt is null;
            var sheet = new ReviewSheet(
                [
                    .. Grid
                        .Criteria.OrderBy(criterion => criterion.Position)
                        .Select(
                            (criterion, index) =>
                                new CriterionEntry(
                                    criterion.Id,
                                    given.Scores[index],
                                    !isDraft && given.Scores[index] is null,
                                    given.Comments[index]
                                )
                        )
                        .Where(entry => entry.Score is not null || entry.CannotJudge),
                ],
                given.Comment
            );
            var review = new Review
            {
                ApplicationId = Applications[given.Number],
                Edition = Edition.Number,
                Number = given.Number,
                ReviewerId = reviewer.Id,
                State = isDraft ? ReviewState.Draft : ReviewState.Submitted,
                Draft = sheet,
                StartedAt = given.StartedAt,
                SavedAt = given.SubmittedAt ?? given.StartedAt,
            };
            if (given.SubmittedAt is { } at)
            {
                review.Submissions.Add(
                    new ReviewSubmission
                    {
                        Sheet = sheet,
                        SubmittedAt = at,
                        SubmittedBy = reviewer.Name,
                    }
                );
            }

            return review;
        }

        public Session Hold(DemonstrationSession held, FrozenBasis basis)
        {
            var session = new Session
            {
                EditionId = Edition.Id,
                Edition = Edition.Number,
                Body = held.Body,
                State = SessionState.Closed,
                HeldOn = held.HeldOn,
                Quorum = held.Quorum,
                OpenedAt = held.OpenedAt,
                OpenedBy = held.By,
                EndedAt = held.ClosedAt,
                EndedBy = held.By,
                Remarks = held.Remarks,
                Basis = basis,
            };
            SessionTurn.Seat(session, held.Members.Select(one => new Seat(one.Name, one.Body, one.IsPresent)));
            session.Recusals.AddRange(
                held.Recusals.Select(one => new Recusal
                {
                    Member = one.Member,
                    Number = one.Number,
                    Reason = one.Reason,
                })
            );
            session.Decisions.AddRange(
                held.Decisions.Select(one => new Decision
                {
                    ApplicationId = Applications[one.Number],
                    Edition = Edition.Number,
                    Number = one.Number,
                    Verdict = one.Verdict,
                    Reason = one.Reason,
                    Amount = one.Amount,
                    RecordedAt = held.ClosedAt,
                    RecordedBy = held.By,
                })
            );
            return session;
        }
    }
}
