using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using static AmiDashboard.Budgets.Matching.SomePayments;

namespace AmiDashboard.Budgets.Matching;

public sealed class PaymentMatchingTests
{
    [Fact]
    public void The_one_validated_payment_of_this_number_and_amount_is_sure()
    {
        var match = Match(Line(), Payable(), Payable(2, cents: 20_000_00), Payable(3, number: 1002));

        Assert.Equal((MatchKind.Sure, 1L), (match.Kind, match.PaymentId));
        Assert.Empty(match.Differences);
    }

    [Fact]
    public void A_reference_that_was_given_to_it_is_sure_without_a_number()
    {
        var match = Match(Line(number: null, reference: "vir 1"), Payable(2), Payable(reference: "VIR1"));

        Assert.Equal((MatchKind.Sure, 1L), (match.Kind, match.PaymentId));
    }

    [Fact]
    public void A_reference_that_was_given_to_it_with_another_amount_is_only_probable()
    {
        var match = Match(Line(cents: 29_000_00), Payable(reference: "VIR-1"), Payable(2, cents: 29_000_00, number: 7));

        Assert.Equal((MatchKind.Probable, 1L), (match.Kind, match.PaymentId));
        Assert.Equal([new Difference(DifferenceKind.Amount, Amount, new Money(29_000_00))], match.Differences);
    }

    [Fact]
    public void A_name_written_otherwise_leaves_it_sure_and_is_told()
    {
        var match = Match(Line(beneficiary: "CHU Lille"), Payable());

        Assert.Equal(MatchKind.Sure, match.Kind);
        Assert.Equal(
            [new Difference(DifferenceKind.Beneficiary, "Hôpital public de Lille", "CHU Lille")],
            match.Differences
        );
    }

    [Fact]
    public void Another_convention_makes_it_only_probable()
    {
        var match = Match(Line(convention: "CONV-02"), Payable());

        Assert.Equal(MatchKind.Probable, match.Kind);
        Assert.Equal([new Difference(DifferenceKind.ConventionReference, "CONV-01", "CONV-02")], match.Differences);
    }

    [Fact]
    public void Another_reference_given_to_it_makes_it_only_probable() =>
        Assert.Equal(
            [new Difference(DifferenceKind.Reference, "VIR-7", "VIR-1")],
            Match(Line(), Payable(reference: "VIR-7")).Differences
        );

    [Theory]
    [InlineData(PaymentState.Requested)]
    [InlineData(PaymentState.DocumentsComplete)]
    [InlineData(PaymentState.Prepared)]
    public void A_payment_that_is_not_validated_is_only_probable(PaymentState state)
    {
        var match = Match(Line(), Payable(state: state));

        Assert.Equal(MatchKind.Probable, match.Kind);
        Assert.Equal([new Difference(DifferenceKind.State, PaymentState.Validated, state)], match.Differences);
    }

    [Fact]
    public void A_payment_before_the_signature_is_only_probable()
    {
        var early = new DateOnly(2019, 1, 14);

        Assert.Equal(
            [new Difference(DifferenceKind.Signature, new DateOnly(2019, 1, 15), early)],
            Match(Line(paidOn: early), Payable()).Differences
        );
        Assert.Equal(
            [new Difference(DifferenceKind.Signature, null, Day)],
            Match(Line(), Payable(isSigned: false)).Differences
        );
    }

    [Fact]
    public void The_right_number_with_another_amount_is_probable_and_the_nearest_payment_is_meant()
    {
        var match = Match(Line(cents: 29_999_99), Payable(1, cents: 10_000_00), Payable(2));

        Assert.Equal((MatchKind.Probable, 2L), (match.Kind, match.PaymentId));
        Assert.Equal([new Difference(DifferenceKind.Amount, Amount, new Money(29_999_99))], match.Differences);
    }

    [Theory]
    [InlineData("HOPITAL PUBLIC DE LILLE", null)]
    [InlineData("Hôpital public - Lille (59)", null)]
    [InlineData(null, "conv 01")]
    public void Without_a_number_amount_and_name_or_convention_are_probable(string? beneficiary, string? convention)
    {
        var match = Match(
            Line(number: null, beneficiary: beneficiary, convention: convention),
            Payable(1, convention: "C/01", beneficiary: "Autre"),
            Payable(2, convention: "CONV01")
        );

        Assert.Equal((MatchKind.Probable, 2L), (match.Kind, match.PaymentId));
        Assert.Empty(match.Differences);
    }

    [Fact]
    public void A_wrong_number_with_amount_and_name_is_probable_and_says_which_was_expected()
    {
        var match = Match(Line(number: 1010, beneficiary: "Hôpital public de Lille"), Payable());

        Assert.Equal(MatchKind.Probable, match.Kind);
        Assert.Equal([new Difference(DifferenceKind.Number, 1001, 1010)], match.Differences);
    }

    [Fact]
    public void Two_payments_of_the_same_amount_are_each_probable_and_the_nearest_due_is_meant()
    {
        PaymentFileLine[] lines =
        [
            Line(2, reference: "VIR-2", paidOn: new DateOnly(2019, 7, 3)),
            Line(3, reference: "VIR-1", paidOn: new DateOnly(2019, 3, 3)),
        ];
        PayableFact[] payables = [Payable(1), Payable(2, dueOn: new DateOnly(2019, 7, 1))];

        var matches = PaymentMatching.Match(lines, payables, []);

        Assert.Equal([2L, 1L], matches.Select(match => match.PaymentId));
        Assert.All(
            matches,
            match =>
            {
                Assert.Equal(MatchKind.Probable, match.Kind);
                Assert.Equal(
                    [
                        new Difference(DifferenceKind.SeveralPayments, 1, 2),
                        new Difference(DifferenceKind.SeveralLines, 1, 2),
                    ],
                    match.Differences
                );
            }
        );
    }

    [Fact]
    public void Two_lines_for_one_payment_are_never_sure_and_only_one_has_it()
    {
        var matches = PaymentMatching.Match(
            [Line(2, reference: "VIR-2"), Line(3, reference: "VIR-1")],
            [Payable()],
            []
        );

        Assert.Equal(
            (MatchKind.None, NoMatchReason.TakenByOtherLine, 3),
            (matches[0].Kind, matches[0].Reason, matches[0].OtherLine)
        );
        Assert.Equal((MatchKind.Probable, 1L), (matches[1].Kind, matches[1].PaymentId));
        Assert.Equal([new Difference(DifferenceKind.SeveralLines, 1, 2)], matches[1].Differences);
    }

    [Fact]
    public void A_line_that_is_nothing_says_why()
    {
        Assert.Equal(NoMatchReason.UnknownNumber, Match(Line(number: 5), Payable()).Reason);
        Assert.Equal(NoMatchReason.NothingAlike, Match(Line(number: null), Payable()).Reason);
        Assert.Equal(
            NoMatchReason.NothingLeftToPay,
            Assert.Single(PaymentMatching.Match([Line()], [], [Paid(reference: "VIR-0")])).Reason
        );
    }
}
