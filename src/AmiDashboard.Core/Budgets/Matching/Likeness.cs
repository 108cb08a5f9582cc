using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>By what a line and a payment are alike, the strongest first.</summary>
internal enum LikenessGrade
{
    /// <summary>The reference that was given to it, and nothing that contradicts it.</summary>
    ReferenceAgreed,

    /// <summary>Number and amount, and nothing that contradicts them.</summary>
    ProjectAgreed,

    /// <summary>The reference that was given to it.</summary>
    Reference,

    /// <summary>Number and amount.</summary>
    Project,

    /// <summary>Amount and reference of the convention.</summary>
    Convention,

    /// <summary>Amount and name.</summary>
    Beneficiary,

    /// <summary>Number alone.</summary>
    Number,
}

/// <summary>A line and a payment that it could be. The order of likenesses is that in which payments are given to lines.</summary>
internal sealed record Likeness(
    ReadLine Line,
    ReadPayable Payable,
    LikenessGrade Grade,
    ImmutableArray<Difference> Differences
)
{
    /// <summary>Null where they are not alike enough for anybody to look at.</summary>
    public static Likeness? Of(ReadLine line, ReadPayable payable)
    {
        var (found, known) = (line.Line, payable.Fact);
        var isReference = payable.Reference == line.Reference;
        var isNumber = found.Number == known.Number;
        var isAmount = found.Amount == known.Amount;
        var isConvention = payable.Convention is not null && payable.Convention == line.Convention;
        var isNamed = payable.Beneficiary.IsLike(line.Beneficiary);
        if (!isReference && !isNumber && !(isAmount && (isConvention || isNamed)))
        {
            return null;
        }

        var differences = DifferencesOf(line, payable, isNamed).ToImmutableArray();
        var isAgreed = differences.All(one => one.Kind == DifferenceKind.Beneficiary);
        var grade = isReference
            ? isAgreed
                ? LikenessGrade.ReferenceAgreed
                : LikenessGrade.Reference
            : isNumber && isAmount
                ? isAgreed
                    ? LikenessGrade.ProjectAgreed
                    : LikenessGrade.Project
                : isNumber
                    ? LikenessGrade.Number
                    : isConvention
                        ? LikenessGrade.Convention
                        : LikenessGrade.Beneficiary;
        return new Likeness(line, payable, grade, differences);
    }

    /// <summary>
    /// A total order that does not know in which order the lines came: the number of a line decides only between lines that
    /// say the same.
    /// </summary>
    public static IEnumerable<Likeness> InOrder(IEnumerable<Likeness> likenesses) =>
        likenesses
            .OrderBy(one => one.Grade)
            .ThenBy(one => one.Differences.Length)
            .ThenByDescending(one => one.Payable.Fact.State)
            .ThenBy(one => one.DaysFromDue)
            .ThenBy(one => Math.Abs(one.Payable.Fact.Amount.Cents - one.Line.Line.Amount.Cents))
            .ThenBy(one => one.Payable.Fact.DueOn ?? DateOnly.MaxValue)
            .ThenBy(one => one.Payable.Fact.PaymentId)
            .ThenBy(one => one.Line.Line.PaidOn)
            .ThenBy(one => one.Line.Reference, StringComparer.Ordinal)
            .ThenBy(one => one.Line.Line.Line);

    private int DaysFromDue =>
        Payable.Fact.DueOn is { } due ? Math.Abs(Line.Line.PaidOn.DayNumber - due.DayNumber) : int.MaxValue;

    private static IEnumerable<Difference> DifferencesOf(ReadLine line, ReadPayable payable, bool isNamed)
    {
        var (found, known) = (line.Line, payable.Fact);
        if (found.Amount != known.Amount)
        {
            yield return new Difference(DifferenceKind.Amount, known.Amount, found.Amount);
        }

        if (found.Number is { } number && number != known.Number)
        {
            yield return new Difference(DifferenceKind.Number, known.Number, number);
        }

        if (!line.Beneficiary.IsEmpty && !isNamed)
        {
            yield return new Difference(DifferenceKind.Beneficiary, known.Beneficiary, found.Beneficiary);
        }

        if (line.Convention is not null && payable.Convention is not null && line.Convention != payable.Convention)
        {
            yield return new Difference(
                DifferenceKind.ConventionReference,
                known.ConventionReference,
                found.ConventionReference
            );
        }

        if (payable.Reference is not null && payable.Reference != line.Reference)
        {
            yield return new Difference(DifferenceKind.Reference, known.Reference, found.Reference);
        }

        if (known.State != PaymentState.Validated)
        {
            yield return new Difference(DifferenceKind.State, PaymentState.Validated, known.State);
        }

        if (known.SignedOn is not { } signed || found.PaidOn < signed)
        {
            yield return new Difference(DifferenceKind.Signature, known.SignedOn, found.PaidOn);
        }
    }
}

/// <summary>A line with what it is compared by.</summary>
internal sealed class ReadLine(PaymentFileLine line)
{
    public PaymentFileLine Line { get; } = line;

    public string Reference { get; } = PaymentMatching.KeyOf(line.Reference) ?? "";

    public string? Convention { get; } = PaymentMatching.KeyOf(line.ConventionReference);

    public BeneficiaryName Beneficiary { get; } = new(line.Beneficiary);
}

/// <summary>A payment with what it is compared by.</summary>
internal sealed class ReadPayable(PayableFact fact)
{
    public PayableFact Fact { get; } = fact;

    public string? Reference { get; } = PaymentMatching.KeyOf(fact.Reference);

    public string? Convention { get; } = PaymentMatching.KeyOf(fact.ConventionReference);

    public BeneficiaryName Beneficiary { get; } = new(fact.Beneficiary);
}
