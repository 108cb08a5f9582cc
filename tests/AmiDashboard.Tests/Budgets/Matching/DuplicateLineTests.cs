using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Matching;
using static AmiDashboard.Budgets.Matching.SomePayments;

namespace AmiDashboard.Budgets.Matching;

public sealed class DuplicateLineTests
{
    [Theory]
    [InlineData(1001)]
    [InlineData(null)]
    public void A_reference_of_a_payment_made_is_a_duplicate_whatever_else_fits(int? number)
    {
        var match = Assert.Single(
            PaymentMatching.Match([Line(number: number, reference: " vir-1")], [Payable()], [Paid()])
        );

        Assert.Equal((MatchKind.Duplicate, 9L), (match.Kind, match.PaymentId));
        Assert.True(match.IsIdenticalDuplicate);
    }

    [Fact]
    public void A_duplicate_that_says_something_else_says_in_what()
    {
        var match = Assert.Single(
            PaymentMatching.Match([Line(number: 1002, cents: 5, paidOn: Day.AddDays(1))], [], [Paid()])
        );

        Assert.False(match.IsIdenticalDuplicate);
        Assert.Equal(
            [
                new Difference(DifferenceKind.Amount, Amount, new Money(5)),
                new Difference(DifferenceKind.Number, 1001, 1002),
                new Difference(DifferenceKind.PaidOn, Day, Day.AddDays(1)),
            ],
            match.Differences
        );
    }

    [Fact]
    public void Of_lines_that_say_the_same_the_first_is_kept()
    {
        var matches = PaymentMatching.Match([Line(4), Line(2), Line(3)], [Payable()], []);

        Assert.Equal([MatchKind.Duplicate, MatchKind.Sure, MatchKind.Duplicate], matches.Select(match => match.Kind));
        Assert.Equal([2, null, 2], matches.Select(match => match.OtherLine));
        Assert.True(matches[0].IsIdenticalDuplicate);
    }

    [Fact]
    public void Of_lines_that_contradict_each_other_none_is_kept_and_nothing_they_claim_is_sure()
    {
        var matches = PaymentMatching.Match(
            [Line(2), Line(3, cents: 20_000_00), Line(4), Line(5, reference: "VIR-9")],
            [Payable()],
            []
        );

        Assert.Equal(
            [MatchKind.Duplicate, MatchKind.Duplicate, MatchKind.Duplicate, MatchKind.Probable],
            matches.Select(match => match.Kind)
        );
        Assert.Equal([3, 2, 3, null], matches.Select(match => match.OtherLine));
        Assert.Equal([new Difference(DifferenceKind.SeveralLines, 1, 3)], matches[3].Differences);
    }

    [Fact]
    public void One_transfer_for_two_beneficiaries_is_a_contradiction() =>
        Assert.All(
            PaymentMatching.Match(
                [Line(2, number: null, beneficiary: "A"), Line(3, number: null, beneficiary: "B")],
                [],
                []
            ),
            match => Assert.Equal((MatchKind.Duplicate, false), (match.Kind, match.IsIdenticalDuplicate))
        );
}
