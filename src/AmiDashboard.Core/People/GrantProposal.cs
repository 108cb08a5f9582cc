namespace AmiDashboard.Core.People;

/// <summary>
/// A profile that an administrator would give and that a second one has to confirm: until then it gives nothing. Kept once
/// closed.
/// </summary>
public sealed class GrantProposal
{
    public int Id { get; init; }

    /// <summary>Who would get it.</summary>
    public int PersonId { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>An edition's number; null where the perimeter is not one edition.</summary>
    public int? Edition { get; init; }

    public List<int> Applications { get; init; } = [];

    public bool IsEverything { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    public required int ProposedById { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>UTC; null while nobody has said anything of it.</summary>
    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>Whether it was confirmed, and not taken back.</summary>
    public bool IsConfirmed { get; set; }

    public int Version { get; set; }

    public Perimeter Perimeter => Perimeter.Of(IsEverything, Edition, Applications);

    /// <summary>UTC instant from which nobody can confirm it any more.</summary>
    public DateTime LapsesAt => ProposedAt + SecondPersonRules.Lifetime;

    /// <param name="now">UTC.</param>
    public ProposalState StateAt(DateTime now) =>
        ClosedAt is not null
            ? IsConfirmed
                ? ProposalState.Confirmed
                : ProposalState.TakenBack
            : now >= LapsesAt
                ? ProposalState.Lapsed
                : ProposalState.Open;
}

public enum ProposalState
{
    Open,
    Confirmed,
    TakenBack,
    Lapsed,
}
