using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using CsCheck;

namespace AmiDashboard.Budgets.Matching;

/// <summary>
/// What holds of any file: values are drawn from a handful each, so that lines and payments meet, collide and contradict
/// each other. A failure prints its seed.
/// </summary>
public sealed class PaymentMatchingPropertyTests
{
    private static readonly string[] Names = ["Hôpital public de Lille", "HOPITAL PUBLIC LILLE", "Ministère fictif"];

    [Fact]
    public void The_order_of_the_lines_changes_nothing() =>
        Gen.Select(Cases, Gen.Int[0, int.MaxValue])
            .Sample(
                (one, seed) =>
                {
                    var shuffled = one.Lines.ToArray();
                    new Random(seed).Shuffle(shuffled);

                    var matches = PaymentMatching.Match(shuffled, one.Payables, one.Paid);

                    Assert.Equal(shuffled, matches.Select(match => match.Line));
                    Assert.Equal(Told(PaymentMatching.Match(one.Lines, one.Payables, one.Paid)), Told(matches));
                }
            );

    [Fact]
    public void Nor_does_it_when_lines_are_numbered_as_they_come() =>
        Gen.Select(Cases, Gen.Int[0, int.MaxValue])
            .Sample(
                (one, seed) =>
                {
                    var shuffled = one.Lines.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    var renumbered = shuffled.Select((line, i) => line with { Line = i + 2 }).ToArray();

                    Assert.Equal(
                        Said(PaymentMatching.Match(one.Lines, one.Payables, one.Paid)),
                        Said(PaymentMatching.Match(renumbered, one.Payables, one.Paid))
                    );
                }
            );

    [Fact]
    public void The_order_of_the_payments_changes_nothing() =>
        Cases.Sample(one =>
            Assert.Equal(
                Told(PaymentMatching.Match(one.Lines, one.Payables, one.Paid)),
                Told(PaymentMatching.Match(one.Lines, [.. one.Payables.Reverse()], [.. one.Paid.Reverse()]))
            )
        );

    [Fact]
    public void No_payment_is_given_to_two_lines_and_each_line_has_one_answer() =>
        Cases.Sample(one =>
        {
            var matches = PaymentMatching.Match(one.Lines, one.Payables, one.Paid);

            var given = Given(matches).Select(match => match.PaymentId!.Value).ToList();
            Assert.Equal(given.Distinct(), given);
            Assert.Subset(one.Payables.Select(payable => payable.PaymentId).ToHashSet(), given.ToHashSet());
            Assert.Equal(one.Lines, matches.Select(match => match.Line));
            Assert.All(
                matches,
                match =>
                {
                    Assert.Equal(match.Kind == MatchKind.None, match.Reason is not null);
                    Assert.Equal(
                        match.Kind is MatchKind.Sure or MatchKind.Probable,
                        match.PaymentId is not null && match.Kind != MatchKind.Duplicate
                    );
                }
            );
        });

    [Fact]
    public void A_line_of_a_reference_that_is_paid_is_a_duplicate_and_a_given_line_never_is() =>
        Cases.Sample(one =>
        {
            var paid = one.Paid.Select(fact => PaymentMatching.KeyOf(fact.Reference)).ToHashSet();
            var matches = PaymentMatching.Match(one.Lines, one.Payables, one.Paid);

            Assert.All(
                matches.Where(match => paid.Contains(PaymentMatching.KeyOf(match.Line.Reference))),
                match => Assert.Equal(MatchKind.Duplicate, match.Kind)
            );
            var references = Given(matches).Select(match => PaymentMatching.KeyOf(match.Line.Reference)).ToList();
            Assert.Equal(references.Distinct(), references);
        });

    [Fact]
    public void What_is_sure_has_the_number_or_the_reference_the_amount_and_a_validated_payment() =>
        Cases.Sample(one =>
            Assert.All(
                PaymentMatching.Match(one.Lines, one.Payables, one.Paid).Where(match => match.Kind == MatchKind.Sure),
                match =>
                {
                    var payable = one.Payables.Single(payable => payable.PaymentId == match.PaymentId);
                    Assert.Equal((PaymentState.Validated, match.Line.Amount), (payable.State, payable.Amount));
                    Assert.True(
                        payable.Number == match.Line.Number
                            || PaymentMatching.KeyOf(payable.Reference) == PaymentMatching.KeyOf(match.Line.Reference)
                    );
                    Assert.True(payable.SignedOn <= match.Line.PaidOn);
                }
            )
        );

    [Fact]
    public void Once_applied_a_file_gives_only_duplicates_and_what_had_no_payment() =>
        Cases.Sample(one =>
        {
            var first = PaymentMatching.Match(one.Lines, one.Payables, one.Paid);
            var made = Given(first).ToDictionary(match => match.PaymentId!.Value);
            PaidFact[] paid =
            [
                .. one.Paid,
                .. made.Select(one => new PaidFact(
                    one.Key,
                    one.Value.Line.Reference,
                    one.Value.Line.Amount,
                    one.Value.Line.PaidOn,
                    one.Value.Line.Number ?? 0
                )),
            ];

            var second = PaymentMatching.Match(
                one.Lines,
                [.. one.Payables.Where(payable => !made.ContainsKey(payable.PaymentId))],
                paid
            );

            Assert.All(
                first.Zip(second),
                pair =>
                    Assert.Equal(
                        pair.First.Kind == MatchKind.None ? MatchKind.None : MatchKind.Duplicate,
                        pair.Second.Kind
                    )
            );
        });

    private static IEnumerable<PaymentMatch> Given(IEnumerable<PaymentMatch> matches) =>
        matches.Where(match => match.Kind is MatchKind.Sure or MatchKind.Probable);

    private static IEnumerable<string> Told(IEnumerable<PaymentMatch> matches) =>
        matches
            .OrderBy(match => match.Line.Line)
            .Select(match =>
                $"{match.Line.Line} {match.Kind} {match.PaymentId} {match.Reason} {match.OtherLine} "
                + string.Join(',', match.Differences)
            );

    private static IEnumerable<string> Said(IEnumerable<PaymentMatch> matches) =>
        matches
            .Select(match => $"{match.Line with { Line = 0 }} {match.Kind} {match.PaymentId} {match.Reason}")
            .Order(StringComparer.Ordinal);

    private sealed record Case(
        ImmutableArray<PaymentFileLine> Lines,
        ImmutableArray<PayableFact> Payables,
        ImmutableArray<PaidFact> Paid
    );

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 6]
        .Select(days => new DateOnly(2019, 1, 1).AddDays(days * 20));

    private static readonly Gen<Money> Cents = Gen.Int[1, 3].Select(tens => new Money(tens * 10_000_00));

    private static readonly Gen<string?> Convention = Gen.Int[0, 3].Select(i => i == 0 ? null : $"CONV-{i}");

    private static readonly Gen<PaymentFileLine> Line =
        from number in Gen.Int[0, 5]
        from name in Gen.Int[0, Names.Length]
        from convention in Convention
        from reference in Gen.Int[1, 12]
        from amount in Cents
        from day in Day
        select new PaymentFileLine(
            0,
            number == 0 ? null : number,
            name == Names.Length ? null : Names[name],
            convention,
            $"VIR-{reference}",
            amount,
            day,
            null
        );

    private static readonly Gen<PayableFact> Payable =
        from number in Gen.Int[1, 4]
        from name in Gen.Int[0, Names.Length - 1]
        from convention in Convention
        from reference in Gen.Int[-20, 12]
        from amount in Cents
        from state in Gen.Int[0, 5].Select(i => (PaymentState)Math.Min(i, (int)PaymentState.Validated))
        from due in Day
        from signed in Day
        select new PayableFact(
            0,
            number,
            Names[name],
            convention,
            amount,
            state,
            due.Day % 2 == 0 ? null : due,
            signed,
            reference < 1 ? null : $"VIR-{reference}"
        );

    private static readonly Gen<PaidFact> Paid =
        from number in Gen.Int[1, 4]
        from reference in Gen.Int[8, 14]
        from amount in Cents
        from day in Day
        select new PaidFact(0, $"vir-{reference}", amount, day, number);

    private static readonly Gen<Case> Cases = Gen.Select(
        Line.Array[0, 10],
        Payable.Array[0, 8],
        Paid.Array[0, 3],
        (lines, payables, paid) =>
            new Case(
                [.. lines.Select((line, i) => line with { Line = i + 2 })],
                [.. payables.Select((payable, i) => payable with { PaymentId = i + 1 })],
                [.. paid.Select((fact, i) => fact with { PaymentId = i + 100 })]
            )
    );
}
