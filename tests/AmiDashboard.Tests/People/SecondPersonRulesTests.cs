using AmiDashboard.Core.People;

namespace AmiDashboard.People;

public sealed class SecondPersonRulesTests
{
    private static readonly DateTime At = new(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc);

    private static GrantProposal Proposal() =>
        new()
        {
            PersonId = 3,
            Profile = Profile.Cdc,
            IsEverything = true,
            ProposedAt = At,
            ProposedById = 1,
            ProposedBy = "Première",
        };

    [Fact]
    public void Profiles_that_manage_people_pay_or_grant_take_two_people_and_no_others() =>
        Assert.Equal(
            [Profile.Administrator, Profile.Sgpi, Profile.Cdc],
            Enum.GetValues<Profile>().Where(SecondPersonRules.Guard)
        );

    [Theory]
    [InlineData(1, "Refusal_OwnProposal")]
    [InlineData(3, "Refusal_ToOneself")]
    [InlineData(2, null)]
    public void A_third_person_confirms_and_neither_of_the_two(int confirming, string? refusal) =>
        Assert.Equal(refusal, SecondPersonRules.Check(Proposal(), confirming, At)?.Key);

    [Fact]
    public void A_proposal_lapses_after_fourteen_days()
    {
        var end = At.AddDays(14);
        Assert.Null(SecondPersonRules.Check(Proposal(), 2, end.AddSeconds(-1)));
        Assert.Equal("Refusal_ProposalLapsed", SecondPersonRules.Check(Proposal(), 2, end)?.Key);
        Assert.Equal(ProposalState.Lapsed, Proposal().StateAt(end));
    }
}
