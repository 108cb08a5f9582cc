using AmiDashboard.Core.Budgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// What a ledger may hold, written a second time and from the rules alone: a list of rows, and sums over all of them each
/// time that something is asked. It knows nothing of balances, triggers and queries.
/// </summary>
internal sealed class LedgerModel
{
    /// <summary>Envelope, fees, granted, committed, contracted, paid, in cents.</summary>
    public sealed record Row(EntryKind Kind, int Edition, int? Number, long[] Parts, DateOnly On, int? Reverses);

    private const int Envelope = 0;
    private const int Fees = 1;
    private const int Granted = 2;
    private const int Committed = 3;
    private const int Contracted = 4;
    private const int Paid = 5;

    public List<Row> Rows { get; } = [];

    public DateOnly Today { get; set; }

    public long[] OfEdition(int edition) => Sum(Rows.Where(row => row.Edition == edition));

    public long[] OfProject(int number) => Sum(Rows.Where(row => row.Number == number));

    public bool Knows(int number) => Rows.Exists(row => row.Number == number);

    public static int EditionOf(int number) => number / 1000;

    public static long[] Sum(IEnumerable<Row> rows)
    {
        var sum = new long[6];
        foreach (var row in rows)
        {
            for (var part = 0; part < 6; part++)
            {
                sum[part] += row.Parts[part];
            }
        }

        return sum;
    }

    public bool GivesEnvelope(int edition, long cents, DateOnly on)
    {
        var isFirst = OfEdition(edition)[Envelope] == 0;
        return (isFirst ? cents > 0 : cents != 0)
            && Adds(isFirst ? EntryKind.Envelope : EntryKind.Redeployment, edition, null, [cents, 0, 0, 0, 0, 0], on);
    }

    public bool TakesFee(int edition, long cents, DateOnly on) =>
        cents > 0 && Adds(EntryKind.Fee, edition, null, [0, cents, 0, 0, 0, 0], on);

    public bool Grants(int number, long cents, DateOnly on) =>
        cents > 0 && Adds(EntryKind.Grant, EditionOf(number), number, [0, 0, cents, 0, 0, 0], on);

    public bool Commits(int number, long cents, DateOnly on) =>
        cents > 0 && Knows(number) && Adds(EntryKind.Commitment, EditionOf(number), number, [0, 0, 0, cents, 0, 0], on);

    /// <param name="level">0 for the grant alone, 1 with the commitment, 2 with the contract.</param>
    public bool Releases(int number, long cents, int level, DateOnly on) =>
        cents > 0
        && Knows(number)
        && Adds(
            EntryKind.Release,
            EditionOf(number),
            number,
            [0, 0, -cents, level > 0 ? -cents : 0, level > 1 ? -cents : 0, 0],
            on
        );

    public bool Contracts(int number, long cents, DateOnly on) =>
        Adds(EntryKind.Contract, EditionOf(number), number, [0, 0, 0, 0, cents, 0], on);

    public bool Pays(int number, long cents, DateOnly on) =>
        Adds(EntryKind.Payment, EditionOf(number), number, [0, 0, 0, 0, 0, cents], on);

    /// <param name="id">From 1, as entries are numbered.</param>
    public bool Reverses(int id, DateOnly on)
    {
        if (id < 1 || id > Rows.Count || Rows[id - 1].Reverses is not null || IsReversed(id))
        {
            return false;
        }

        var row = Rows[id - 1];
        return Adds(row.Kind, row.Edition, row.Number, [.. row.Parts.Select(part => -part)], on, id);
    }

    public bool IsReversed(int id) => Rows.Exists(row => row.Reverses == id);

    private bool Adds(EntryKind kind, int edition, int? number, long[] parts, DateOnly on, int? reverses = null)
    {
        var row = new Row(kind, edition, number, parts, on, reverses);
        var isAfter = Rows.TrueForAll(before =>
            before.On <= on
            || (
                (number is null || before.Number != number)
                && !(MovesEnvelope(kind) && MovesEnvelope(before.Kind) && before.Edition == edition)
            )
        );
        var (whole, project) = (
            Sum(Rows.Append(row).Where(one => one.Edition == edition)),
            number is null ? new long[6] : Sum(Rows.Append(row).Where(one => one.Number == number))
        );
        var isKept =
            on <= Today
            && isAfter
            && whole[Fees] >= 0
            && whole[Granted] >= 0
            && whole[Granted] + whole[Fees] <= whole[Envelope]
            && project[Paid] >= 0
            && project[Paid] <= project[Contracted]
            && project[Contracted] <= project[Committed]
            && project[Committed] <= project[Granted];
        if (isKept)
        {
            Rows.Add(row);
        }

        return isKept;
    }

    public static bool MovesEnvelope(EntryKind kind) =>
        kind is not (EntryKind.Commitment or EntryKind.Contract or EntryKind.Payment);
}
