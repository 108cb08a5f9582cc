namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>The numbers of projects that have a payment to make, or one that was made.</summary>
internal sealed class KnownNumbers(IEnumerable<PayableFact> payables, IEnumerable<PaidFact> paid)
{
    private readonly HashSet<int> known = [.. payables.Select(one => one.Number), .. paid.Select(one => one.Number)];

    /// <summary>Why a line of this number, or without one, is like no payment.</summary>
    public NoMatchReason WhyNot(int? number) =>
        number is not { } given ? NoMatchReason.NothingAlike
        : known.Contains(given) ? NoMatchReason.NothingLeftToPay
        : NoMatchReason.UnknownNumber;
}
