using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>
/// Matches what CDC says it paid with the payments to make. The rule:
/// <list type="number">
/// <item>A line whose reference is taken is a duplicate, whatever else it says (<see cref="TakenReferences"/>).</item>
/// <item>Every other line is compared with every open payment; the pairs that are alike (<see cref="Likeness"/>) are put in
/// one order: by what they are alike (reference; number and amount; amount and convention; amount and name; number alone),
/// then the fewer differences, the further the payment has come, the nearer its due day and its amount, and at last the
/// identifier of the payment and what the line says.</item>
/// <item>In that order, a pair is a match where neither its line nor its payment is matched yet. So no payment is given
/// twice, and the order of the lines in the file changes nothing.</item>
/// <item>A match is sure where the validated payment was given this very reference, or where it is the only validated one of
/// this number and amount and this line the only one to claim it; and where nothing but the spelling of a name differs.</item>
/// </list>
/// Applying matches and matching again leaves only duplicates, and the lines that had no payment: as long as a payment is
/// free, whoever is like it takes it.
/// </summary>
public static class PaymentMatching
{
    /// <summary>One match for each line, in the order of the lines.</summary>
    public static ImmutableArray<PaymentMatch> Match(
        IReadOnlyCollection<PaymentFileLine> lines,
        IReadOnlyCollection<PayableFact> payables,
        IReadOnlyCollection<PaidFact> paid
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(payables);
        ArgumentNullException.ThrowIfNull(paid);
        var read = lines.Select(line => new ReadLine(line)).ToList();
        var references = new TakenReferences(read, paid);
        var duplicates = read.Select(line => (Line: line, Match: references.DuplicateOf(line)))
            .Where(one => one.Match is not null)
            .ToDictionary(one => one.Line, one => one.Match!);
        var all = LikenessesOf(
            read.Where(line => !duplicates.TryGetValue(line, out var one) || IsDisputed(one)),
            payables
        );
        var likenesses = all.FindAll(one => !duplicates.ContainsKey(one.Line));
        var given = Give(likenesses);
        var takers = given.Values.ToDictionary(one => one.Payable, one => one.Line);
        var numbers = new KnownNumbers(payables, paid);
        var couldBe = likenesses.ToLookup(one => one.Line);

        // What a contradicted line claims is given to nobody by it, and is no longer sure for another.
        var claims = new Claims(all);
        return
        [
            .. read.Select(line =>
                duplicates.TryGetValue(line, out var duplicate) ? duplicate
                : given.TryGetValue(line, out var likeness) ? claims.Judge(likeness)
                : couldBe[line].FirstOrDefault() is { } lost
                    ? Nothing(line, NoMatchReason.TakenByOtherLine) with
                    {
                        OtherLine = takers[lost.Payable].Line.Line,
                    }
                : Nothing(line, numbers.WhyNot(line.Line.Number))
            ),
        ];
    }

    /// <summary>
    /// A reference as it is compared: without case, accents nor blanks. Two that have the same key are the same reference.
    /// Null for none.
    /// </summary>
    public static string? KeyOf(string? reference) =>
        string.IsNullOrWhiteSpace(reference)
            ? null
            : FoldedText.Fold(reference).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsDisputed(PaymentMatch duplicate) =>
        duplicate.OtherLine is not null && !duplicate.IsIdenticalDuplicate;

    /// <summary>All pairs that are alike, in the order in which they are matched.</summary>
    private static List<Likeness> LikenessesOf(IEnumerable<ReadLine> lines, IReadOnlyCollection<PayableFact> payables)
    {
        var read = payables.Select(fact => new ReadPayable(fact)).ToList();
        var byNumber = read.ToLookup(one => one.Fact.Number);
        var byAmount = read.ToLookup(one => one.Fact.Amount);
        var byReference = read.Where(one => one.Reference is not null).ToLookup(one => one.Reference!);
        return
        [
            .. Likeness.InOrder(
                lines.SelectMany(line =>
                    byAmount[line.Line.Amount]
                        .Concat(byReference[line.Reference])
                        .Concat(line.Line.Number is { } number ? byNumber[number] : [])
                        .Distinct()
                        .Select(payable => Likeness.Of(line, payable))
                        .OfType<Likeness>()
                )
            ),
        ];
    }

    private static Dictionary<ReadLine, Likeness> Give(IEnumerable<Likeness> likenesses)
    {
        var (given, taken) = (new Dictionary<ReadLine, Likeness>(), new HashSet<ReadPayable>());
        foreach (var likeness in likenesses)
        {
            if (!given.ContainsKey(likeness.Line) && taken.Add(likeness.Payable))
            {
                given.Add(likeness.Line, likeness);
            }
        }

        return given;
    }

    private static PaymentMatch Nothing(ReadLine line, NoMatchReason reason) =>
        new()
        {
            Line = line.Line,
            Kind = MatchKind.None,
            Reason = reason,
        };
}
