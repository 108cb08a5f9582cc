using AmiDashboard.Core.Scores;
using CsCheck;

namespace AmiDashboard.Scores;

public sealed class AssignmentProposalTests
{
    [Fact]
    public void It_fills_as_many_places_as_can_be_filled_and_says_which_not() =>
        SomeSoughtReviews.Tight.Sample(
            asked =>
            {
                var proposal = asked.Propose();

                Assert.Equal(
                    PlacesThatFit.Count(asked.Applications, asked.Reviewers, asked.Least),
                    proposal.Assignments.Length
                );
                var given = proposal.Assignments.ToLookup(one => one.Number);
                var missing = asked
                    .Applications.Select(one =>
                        (one.Number, Missing: asked.Least - one.Assigned.Count - given[one.Number].Count())
                    )
                    .Where(one => one.Missing > 0);
                Assert.Equal(missing, proposal.Missing.Select(one => (one.Number, one.Missing)));
            },
            iter: 5_000
        );

    [Fact]
    public void It_gives_no_conflict_nothing_twice_nothing_unsought_and_nobody_more_than_they_take() =>
        SomeSoughtReviews.Tight.Sample(
            asked =>
            {
                var proposal = asked.Propose();
                var applications = asked.Applications.ToDictionary(one => one.Number);
                var loads = asked.LoadsAfter(proposal);

                Assert.Distinct(proposal.Assignments.Select(one => (one.Number, one.Reviewer)));
                foreach (var group in proposal.Assignments.GroupBy(one => one.Number))
                {
                    var application = applications[group.Key];
                    Assert.True(application.Assigned.Count + group.Count() <= asked.Least);
                    Assert.All(group, one => Assert.DoesNotContain(one.Reviewer, application.Barred));
                    Assert.All(group, one => Assert.DoesNotContain(one.Reviewer, application.Assigned));
                }

                Assert.All(
                    asked.Reviewers,
                    one => Assert.True(loads[one.Id] == one.Load || loads[one.Id] <= (one.Capacity ?? int.MaxValue))
                );
            },
            iter: 2_000
        );

    [Fact]
    public void It_explains_itself_by_what_each_knows_and_has_and_by_who_is_barred_or_full() =>
        SomeSoughtReviews.Tight.Sample(
            asked =>
            {
                var proposal = asked.Propose();
                var loads = asked.LoadsAfter(proposal);
                var applications = asked.Applications.ToDictionary(one => one.Number);
                var reviewers = asked.Reviewers.ToDictionary(one => one.Id);
                Assert.All(
                    proposal.Assignments,
                    one =>
                    {
                        Assert.Equal(loads[one.Reviewer], one.Load);
                        Assert.Equal(
                            applications[one.Number].Techniques.Intersect(reviewers[one.Reviewer].Expertise),
                            one.Known
                        );
                    }
                );
                Assert.All(
                    proposal.Missing,
                    one =>
                    {
                        var application = applications[one.Number];
                        var others = asked.Reviewers.Where(reviewer =>
                            !application.Barred.Contains(reviewer.Id)
                            && !application.Assigned.Contains(reviewer.Id)
                            && !proposal.Assignments.Any(given =>
                                (given.Number, given.Reviewer) == (one.Number, reviewer.Id)
                            )
                        );
                        Assert.Equal(application.Barred.Count, one.Barred);
                        // Whoever else there is must be full, or the place could be filled.
                        Assert.Equal(others.Count(), one.Full);
                        Assert.All(others, reviewer => Assert.True(loads[reviewer.Id] >= reviewer.Capacity));
                    }
                );
            },
            iter: 2_000
        );

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Loads_stay_level_but_for_one_application_that_expertise_may_cost(bool isExpert, int most) =>
        SomeSoughtReviews
            .Free(isExpert)
            .Sample(
                asked =>
                {
                    static int Spread(IEnumerable<int> loads) => loads.Max() - loads.Min();
                    var before = Spread(asked.Reviewers.Select(reviewer => reviewer.Load));
                    var after = Spread(asked.LoadsAfter(asked.Propose()).Values);
                    Assert.True(after <= Math.Max(most, before), $"{before} became {after}.");
                },
                iter: 2_000
            );

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        SomeSoughtReviews.Tight.Sample(
            asked => Assert.Equal(asked.Propose().Assignments, asked.Propose().Assignments, SameProposal),
            iter: 200
        );

    [Fact]
    public void A_full_reviewer_passes_an_application_on_to_make_room()
    {
        var proposal = AssignmentProposal.Of(
            [new(1001, [], [], []), new(1002, [], [], [2])],
            [new(1, [], Load: 0, Capacity: 1), new(2, [], Load: 0, Capacity: 1)],
            least: 1
        );

        Assert.Equal([(1001, 2), (1002, 1)], proposal.Assignments.Select(one => (one.Number, one.Reviewer)));
        Assert.Empty(proposal.Missing);
    }

    [Fact]
    public void Who_knows_a_technique_comes_before_who_has_one_application_less()
    {
        AvailableReviewer[] reviewers = [new(1, [], Load: 0, null), new(2, ["Vision"], Load: 1, null)];
        int Chosen(int load) =>
            Assert
                .Single(
                    AssignmentProposal
                        .Of(
                            [new(1001, ["Vision"], [], [])],
                            [reviewers[0], reviewers[1] with { Load = load }],
                            least: 1
                        )
                        .Assignments
                )
                .Reviewer;

        Assert.Equal(2, Chosen(load: 1));
        Assert.Equal(1, Chosen(load: 2));
    }

    [Fact]
    public void The_oracle_finds_the_flow_of_a_network_whose_cut_is_known()
    {
        // The middle edge has to be taken back for the last unit: without residual capacities 2 would be 1.
        var left = PlacesThatFit.Network(sink: 3);
        (left[0][1], left[0][2], left[1][2], left[1][3], left[2][3]) = (1, 1, 1, 1, 1);
        Assert.Equal(2, PlacesThatFit.Flow(left, 3));

        // Six nodes of Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, fig. 26.1: 23.
        var known = PlacesThatFit.Network(sink: 5);
        (known[0][1], known[0][2], known[1][3], known[2][1], known[2][4]) = (16, 13, 12, 4, 14);
        (known[3][2], known[3][5], known[4][3], known[4][5]) = (9, 20, 7, 4);
        Assert.Equal(23, PlacesThatFit.Flow(known, 5));
    }

    private static bool SameProposal(ProposedAssignment left, ProposedAssignment right) =>
        (left.Number, left.Reviewer, left.Load) == (right.Number, right.Reviewer, right.Load);
}
