using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>
/// Which lines are duplicates: those whose reference a payment made already has, and those that share it with another line
/// of the file. Of lines that say the same, the first is kept and the others are duplicates of it. Where lines of one
/// reference contradict each other none is kept: nobody can know which is true.
/// </summary>
internal sealed class TakenReferences
{
    private readonly Dictionary<string, PaidFact> paid;
    private readonly ILookup<string, ReadLine> lines;

    public TakenReferences(IEnumerable<ReadLine> lines, IEnumerable<PaidFact> paid)
    {
        this.lines = lines.OrderBy(line => line.Line.Line).ToLookup(line => line.Reference, StringComparer.Ordinal);
        this.paid = paid.GroupBy(fact => PaymentMatching.KeyOf(fact.Reference) ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MinBy(fact => fact.PaymentId)!, StringComparer.Ordinal);
    }

    /// <summary>Null where the line is no duplicate.</summary>
    public PaymentMatch? DuplicateOf(ReadLine line)
    {
        if (paid.TryGetValue(line.Reference, out var fact))
        {
            return Duplicate(line) with { PaymentId = fact.PaymentId, Differences = Differences(fact, line.Line) };
        }

        // Among lines of one reference: against the first that contradicts it, else the first of all, which is kept.
        var other =
            lines[line.Reference].FirstOrDefault(other => !Differences(other, line).IsEmpty)
            ?? lines[line.Reference].First();
        return other == line
            ? null
            : Duplicate(line) with
            {
                OtherLine = other.Line.Line,
                Differences = Differences(other, line),
            };
    }

    private static PaymentMatch Duplicate(ReadLine line) => new() { Line = line.Line, Kind = MatchKind.Duplicate };

    private static ImmutableArray<Difference> Differences(PaidFact fact, PaymentFileLine line) =>
        Unequal([
            new(DifferenceKind.Amount, fact.Amount, line.Amount),
            new(DifferenceKind.Number, fact.Number, line.Number ?? fact.Number),
            new(DifferenceKind.PaidOn, fact.PaidOn, line.PaidOn),
        ]);

    private static ImmutableArray<Difference> Differences(ReadLine other, ReadLine line) =>
        Unequal([
            new(DifferenceKind.Amount, other.Line.Amount, line.Line.Amount),
            new(DifferenceKind.Number, other.Line.Number, line.Line.Number),
            new(
                DifferenceKind.Beneficiary,
                FoldedText.Fold(other.Line.Beneficiary),
                FoldedText.Fold(line.Line.Beneficiary)
            ),
            new(DifferenceKind.ConventionReference, other.Convention, line.Convention),
            new(DifferenceKind.PaidOn, other.Line.PaidOn, line.Line.PaidOn),
        ]);

    private static ImmutableArray<Difference> Unequal(IEnumerable<Difference> differences) =>
        [.. differences.Where(one => !Equals(one.Expected, one.Found))];
}
