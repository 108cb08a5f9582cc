using AmiDashboard.Core.Budgets;

namespace AmiDashboard.Budgets;

/// <summary>Conventions and payments over <see cref="LedgerModel"/>, as independent of the product as it is.</summary>
internal sealed class AgreementModel(LedgerModel ledger)
{
    public sealed class Line
    {
        public long Id { get; set; }
        public long Cents { get; init; }
        public bool NeedsStatement { get; init; }
        public bool IsReplaced { get; set; }
    }

    public sealed class Agreement
    {
        public long Cents { get; set; }
        public DateOnly? SignedOn { get; set; }
        public bool IsClosed { get; set; }
        public bool IsAmended { get; set; }
        public List<Line> Lines { get; } = [];
        public bool IsInForce => SignedOn is not null && !IsClosed;
    }

    public sealed class Claim
    {
        public required long Id { get; init; }
        public required int Number { get; init; }
        public required Line Line { get; init; }
        public required long Cents { get; init; }
        public PaymentState State { get; set; }
        public int PreparedBy { get; set; }
        public bool HasStatement { get; set; }
        public int Entry { get; set; }
        public string? Reference { get; set; }
        public bool IsComplete => HasStatement || !Line.NeedsStatement;
        public bool IsOpen => State < PaymentState.Paid;
        public bool Counts => State <= PaymentState.Paid;
    }

    public Dictionary<int, Agreement> Agreements { get; } = [];

    public List<Claim> Claims { get; } = [];

    public HashSet<int> SignedDocuments { get; } = [];

    public bool Drafts(int number, long cents, bool isSumRight)
    {
        var agreement = Agreements.GetValueOrDefault(number);
        if (ledger.OfProject(number)[2] <= 0 || cents > ledger.OfProject(number)[2] || !isSumRight)
        {
            return false;
        }

        if (agreement is { SignedOn: not null } or { IsClosed: true })
        {
            return false;
        }

        Agreements[number] = agreement ??= new();
        agreement.Cents = cents;
        agreement.Lines.RemoveAll(line => !Claims.Exists(claim => claim.Line == line));
        agreement.Lines.ForEach(line => line.IsReplaced = true);
        return true;
    }

    public bool Signs(int number, DateOnly on)
    {
        if (
            !Agreements.TryGetValue(number, out var agreement)
            || agreement.SignedOn is not null
            || agreement.IsClosed
            || !SignedDocuments.Contains(number)
            || !ledger.Contracts(number, agreement.Cents, on)
        )
        {
            return false;
        }

        agreement.SignedOn = on;
        return true;
    }

    /// <summary>What an amendment would leave to be scheduled anew.</summary>
    public long RestOf(int number, long change) =>
        Agreements.TryGetValue(number, out var agreement)
            ? agreement.Cents + change - Kept(agreement).Sum(line => line.Cents)
            : 0;

    public bool Amends(int number, long change, long scheduled, DateOnly on)
    {
        if (
            !Agreements.TryGetValue(number, out var agreement)
            || !agreement.IsInForce
            || on > ledger.Today
            || on < agreement.SignedOn
            || RestOf(number, change) < 0
            || RestOf(number, change) != scheduled
            || (change != 0 && !ledger.Contracts(number, change, on))
        )
        {
            return false;
        }

        (agreement.Cents, agreement.IsAmended) = (agreement.Cents + change, true);
        agreement.Lines.Except(Kept(agreement)).ToList().ForEach(line => line.IsReplaced = true);
        return true;
    }

    public bool Closes(int number, DateOnly on)
    {
        if (
            !Agreements.TryGetValue(number, out var agreement)
            || !agreement.IsInForce
            || on > ledger.Today
            || on < agreement.SignedOn
            || Claims.Exists(claim => claim.Number == number && claim.IsOpen)
        )
        {
            return false;
        }

        var balance = ledger.OfProject(number);
        if (balance[4] > balance[5] && !ledger.Releases(number, balance[4] - balance[5], 2, on))
        {
            return false;
        }

        return agreement.IsClosed = true;
    }

    public bool Requests(int number, Line line, long cents) =>
        Agreements[number].IsInForce
        && !line.IsReplaced
        && cents > 0
        && cents + Claims.Where(claim => claim.Line == line && claim.Counts).Sum(claim => claim.Cents) <= line.Cents;

    public static bool Attaches(Claim claim)
    {
        claim.HasStatement |= claim.State is PaymentState.Requested or PaymentState.DocumentsComplete;
        return claim.State is PaymentState.Requested or PaymentState.DocumentsComplete;
    }

    public static bool Advances(Claim claim, PaymentState to, int by)
    {
        var isAllowed = to switch
        {
            PaymentState.DocumentsComplete => claim.State == PaymentState.Requested && claim.IsComplete,
            PaymentState.Prepared => claim.State == PaymentState.DocumentsComplete && claim.IsComplete,
            PaymentState.Validated => claim.State == PaymentState.Prepared && claim.PreparedBy != by,
            PaymentState.Rejected => claim.IsOpen,
            _ => false,
        };
        if (isAllowed)
        {
            claim.State = to;
            claim.PreparedBy = to == PaymentState.Prepared ? by : claim.PreparedBy;
        }

        return isAllowed;
    }

    public bool Pays(Claim claim, string reference, DateOnly on)
    {
        if (
            claim.State != PaymentState.Validated
            || on < Agreements[claim.Number].SignedOn
            || Claims.Exists(other => other.Reference == reference)
            || !ledger.Pays(claim.Number, claim.Cents, on)
        )
        {
            return false;
        }

        (claim.State, claim.Reference, claim.Entry) = (PaymentState.Paid, reference, ledger.Rows.Count);
        return true;
    }

    public bool Returns(Claim claim, DateOnly on)
    {
        if (claim.State != PaymentState.Paid || Agreements[claim.Number].IsClosed || !ledger.Reverses(claim.Entry, on))
        {
            return false;
        }

        claim.State = PaymentState.Returned;
        return true;
    }

    public bool Reverses(int id, DateOnly on)
    {
        var row = ledger.Rows.ElementAtOrDefault(id - 1);
        if (row is null || row.Kind == EntryKind.Payment)
        {
            return false;
        }

        if (row.Kind != EntryKind.Contract)
        {
            var isReversed = ledger.Reverses(id, on);
            if (isReversed && row.Kind == EntryKind.Release && row.Parts[4] != 0)
            {
                Agreements[row.Number!.Value].IsClosed = false;
            }

            return isReversed;
        }

        var agreement = Agreements[row.Number!.Value];
        var isBuiltOn =
            agreement.IsClosed
            || agreement.IsAmended
            || Claims.Exists(claim => claim.Number == row.Number && claim.State != PaymentState.Rejected);
        if (isBuiltOn || !ledger.Reverses(id, on))
        {
            return false;
        }

        agreement.SignedOn = null;
        return true;
    }

    private IEnumerable<Line> Kept(Agreement agreement) =>
        agreement.Lines.Where(line => !line.IsReplaced && Claims.Exists(claim => claim.Line == line && claim.Counts));
}
