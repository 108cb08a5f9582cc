namespace AmiDashboard.Core.People;

/// <summary>
/// Rights that open a door to money or to other rights are given by two administrators: one proposes, another one confirms.
/// </summary>
public static class SecondPersonRules
{
    private static readonly Right[] Guarded = [Right.ManagePeople, Right.Pay, Right.Grant];

    /// <summary>How long a proposal waits; and how long somebody has been the only administrator before they may act alone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Whether a profile is given by two people.</summary>
    public static bool Guard(Profile profile) => Guarded.Any(ProfileRights.Of(profile).Contains);

    /// <summary>Null where the person may confirm what was proposed.</summary>
    /// <param name="now">UTC.</param>
    public static Refusal? Check(GrantProposal proposal, int confirming, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return proposal.StateAt(now) switch
            {
                ProposalState.Lapsed => new Refusal("Refusal_ProposalLapsed"),
                ProposalState.Open => null,
                _ => new Refusal("Refusal_ProposalClosed"),
            }
            ?? (
                confirming == proposal.ProposedById ? new Refusal("Refusal_OwnProposal")
                : confirming == proposal.PersonId ? new Refusal("Refusal_ToOneself")
                : null
            );
    }
}
