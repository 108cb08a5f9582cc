using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>How many lines could be one payment by number and amount, and how many payments one line.</summary>
internal sealed class Claims
{
    private readonly Dictionary<ReadLine, int> payments;
    private readonly Dictionary<ReadPayable, int> lines;

    public Claims(IReadOnlyCollection<Likeness> likenesses)
    {
        payments = likenesses
            .Where(one => one.Grade == LikenessGrade.ProjectAgreed)
            .CountBy(one => one.Line)
            .ToDictionary();
        lines = likenesses
            .Where(one => one.Grade is LikenessGrade.ProjectAgreed or LikenessGrade.Project)
            .CountBy(one => one.Payable)
            .ToDictionary();
    }

    /// <summary>The match that a likeness is: sure only where there was no choice.</summary>
    public PaymentMatch Judge(Likeness likeness)
    {
        var differences = likeness.Differences;
        if (likeness.Grade == LikenessGrade.ProjectAgreed)
        {
            differences =
            [
                .. differences,
                .. Several(DifferenceKind.SeveralPayments, payments[likeness.Line]),
                .. Several(DifferenceKind.SeveralLines, lines[likeness.Payable]),
            ];
        }

        var isSure =
            likeness.Grade is LikenessGrade.ReferenceAgreed or LikenessGrade.ProjectAgreed
            && differences.All(one => one.Kind == DifferenceKind.Beneficiary);
        return new PaymentMatch
        {
            Line = likeness.Line.Line,
            Kind = isSure ? MatchKind.Sure : MatchKind.Probable,
            PaymentId = likeness.Payable.Fact.PaymentId,
            Differences = differences,
        };
    }

    private static ImmutableArray<Difference> Several(DifferenceKind kind, int found) =>
        found > 1 ? [new Difference(kind, 1, found)] : [];
}
