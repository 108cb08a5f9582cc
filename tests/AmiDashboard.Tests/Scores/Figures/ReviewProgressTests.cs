using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ReviewProgressTests
{
    /// <summary>
    /// Application 1: two reviewers, one submits, is given the review back, submits again. 2: taken back unsubmitted.
    /// 3: imported, submitted without an assignment.
    /// </summary>
    private static readonly ScoreFacts Facts = Of(1, 2, 3) with
    {
        Assignments = [Assigned(1, 1, At(9, 24)), Assigned(1, 2, At(9, 24)), Assigned(2, 1, At(9, 24), At(10, 1))],
        Submissions =
        [
            Submitted(1, 1, At(9, 28), At(10, 3), 3, 3),
            Submitted(1, 1, At(10, 5), null, 4, 4),
            Submitted(3, 9, At(10, 5, 23), null, 2, null),
        ],
    };

    [Fact]
    public void Each_day_of_change_has_what_stood_at_its_end()
    {
        var figure = ReviewProgress.Of(Facts, Scope(At(10, 8)));

        Assert.Equal(
            [(24, 3, 0), (28, 3, 1), (1, 2, 1), (3, 2, 0), (5, 3, 2)],
            figure.Days.Select(day => (day.Day.Day, day.Asked, day.Submitted))
        );
        Assert.Equal((3, 2, 1), (figure.Asked, figure.Submitted, figure.Left));
    }

    [Fact]
    public void A_submission_reopened_later_counts_before()
    {
        Assert.Equal(1, ReviewProgress.Of(Facts, Scope(At(10, 3, 11))).Submitted);
        Assert.Equal(0, ReviewProgress.Of(Facts, Scope(At(10, 3))).Submitted);
        Assert.Equal(0, ReviewProgress.Of(Facts, Scope(At(9, 28, 11))).Submitted);
    }

    [Fact]
    public void What_is_taken_back_is_no_longer_asked_for()
    {
        Assert.Equal(3, ReviewProgress.Of(Facts, Scope(At(10, 1, 11))).Asked);
        Assert.Equal(2, ReviewProgress.Of(Facts, Scope(At(10, 1))).Asked);
    }

    [Fact]
    public void A_day_lists_the_applications_submitted_on_it_in_Paris()
    {
        var days = ReviewProgress.Of(Facts, Scope(At(10, 8))).Days;

        Assert.Equal(new() { Edition = 1, Numbers = NumberSet.Of(1, 3) }, days[^1].SubmittedThen.Rows);
        Assert.Null(days[0].SubmittedThen.Rows);
        // At 23 hours of the 5th in Paris it is still the 5th, whatever the day of Greenwich.
        Assert.Equal(new DateOnly(2018, 10, 5), days[^1].Day);
    }

    [Fact]
    public void Only_applications_that_the_filter_admits_count()
    {
        var figure = ReviewProgress.Of(Facts, Scope(At(10, 8), new() { Numbers = NumberSet.Of(3) }));

        Assert.Equal((1, 1), (figure.Asked, figure.Submitted));
        Assert.Empty(ReviewProgress.Of(Facts, Scope(At(10, 8), new() { Edition = 2 })).Days);
        // Deposited on the 10th of September: before that there is nothing to review.
        Assert.Empty(ReviewProgress.Of(Facts, Scope(At(9, 9))).Days);
    }

    [Theory]
    [InlineData(12, 23, false)]
    [InlineData(13, 1, true)]
    public void The_due_day_belongs_to_the_time_given(int day, int hour, bool isOverdue) =>
        Assert.Equal(isOverdue, ReviewProgress.Of(Facts, Scope(At(10, day, hour))).IsOverdue);

    [Fact]
    public void Nothing_is_overdue_when_all_is_submitted_or_no_day_is_set()
    {
        var done = Facts with { Assignments = [], Submissions = [Submitted(1, 1, At(10, 1), null, 3, 3)] };

        Assert.False(ReviewProgress.Of(done, Scope(At(12, 1))).IsOverdue);
        Assert.False(ReviewProgress.Of(Facts with { ReviewsDueOn = null }, Scope(At(12, 1))).IsOverdue);
    }
}
