using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>Reviews asked for and submitted, day by day (Paris days), against the day they are due.</summary>
/// <param name="Days">Days on which something was assigned, ended, submitted or reopened, in order.</param>
public sealed record ReviewProgress(FigureScope Scope, DateOnly? DueOn, ImmutableArray<ProgressDay> Days)
{
    /// <summary>Reviews asked for at the scope's instant.</summary>
    public int Asked => Days.IsEmpty ? 0 : Days[^1].Asked;

    public int Submitted => Days.IsEmpty ? 0 : Days[^1].Submitted;

    public int Left => Asked - Submitted;

    /// <summary>Whether the due day is over, and something is left.</summary>
    public bool IsOverdue => Left > 0 && DueOn < ParisTime.DayOf(Scope.AsOf);

    public static ReviewProgress Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope);
        var changes = new SortedDictionary<DateOnly, (int Asked, int Submitted)>();
        foreach (var review in admitted.Asked())
        {
            var before = (Asked: 0, Submitted: 0);
            foreach (var at in review.Changes.TakeWhile(at => at <= scope.AsOf))
            {
                var now = (Asked: review.IsAskedAt(at) ? 1 : 0, Submitted: review.IsSubmittedAt(at) ? 1 : 0);
                var day = ParisTime.DayOf(at);
                var (asked, submitted) = changes.GetValueOrDefault(day);
                changes[day] = (asked + now.Asked - before.Asked, submitted + now.Submitted - before.Submitted);
                before = now;
            }
        }

        var submissions = facts
            .Submissions.Where(one => one.SubmittedAt <= scope.AsOf && admitted.Numbers.Contains(one.Application))
            .ToLookup(one => ParisTime.DayOf(one.SubmittedAt), one => one.Application);
        var sum = (Asked: 0, Submitted: 0);
        var days = ImmutableArray.CreateBuilder<ProgressDay>(changes.Count);
        foreach (var (day, (asked, submitted)) in changes)
        {
            sum = (sum.Asked + asked, sum.Submitted + submitted);
            days.Add(new ProgressDay(day, sum.Asked, sum.Submitted, admitted.Set(submissions[day])));
        }

        return new ReviewProgress(scope, facts.ReviewsDueOn, days.MoveToImmutable());
    }
}

/// <param name="Asked">Asked for at the end of that day.</param>
/// <param name="Submitted">Counting at the end of that day.</param>
/// <param name="SubmittedThen">Applications of which a review was submitted on that day.</param>
public sealed record ProgressDay(DateOnly Day, int Asked, int Submitted, ApplicationSet SubmittedThen);
