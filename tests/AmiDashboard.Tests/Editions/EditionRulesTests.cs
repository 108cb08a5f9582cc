using AmiDashboard.Core.Editions;

namespace AmiDashboard.Editions;

public sealed class EditionRulesTests
{
    private static readonly DateTime Opens = new(2027, 1, 15, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>23:30 in Paris.</summary>
    private static readonly DateTime Deadline = new(2027, 3, 1, 22, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void An_edition_with_its_number_its_name_and_its_calendar_may_be_kept() =>
        Assert.Null(EditionRules.Check(Edition(resultsOn: new DateOnly(2027, 3, 1))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    public void A_number_that_no_setting_could_name_is_refused(int number) =>
        Assert.Equal("Refusal_EditionNumber", EditionRules.Check(Edition(number: number))?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void An_edition_needs_a_name(string? name) =>
        Assert.Equal(
            "Refusal_EditionName",
            EditionRules.Check(Edition(name: name ?? new string('é', EditionRules.LongestName + 1)))?.Key
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void It_closes_after_it_opens(int seconds)
    {
        var edition = Edition();
        edition.Deadline = edition.OpensAt.AddSeconds(seconds);
        Assert.Equal("Refusal_DeadlineBeforeOpening", EditionRules.Check(edition)?.Key);
    }

    [Fact]
    public void Results_come_on_the_day_of_the_closing_in_Paris_at_the_earliest() =>
        Assert.Equal(
            "Refusal_ResultsBeforeDeadline",
            EditionRules.Check(Edition(resultsOn: new DateOnly(2027, 2, 28)))?.Key
        );

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void Support_lasts_from_a_month_to_five_years(int months)
    {
        var edition = Edition();
        edition.SupportMonths = months;
        Assert.Equal("Refusal_SupportMonths", EditionRules.Check(edition)?.Key);
    }

    [Fact]
    public void The_action_has_a_bound_of_its_own()
    {
        var edition = Edition();
        edition.Action = new string('a', EditionRules.LongestAction + 1);
        Assert.Equal("Refusal_EditionAction", EditionRules.Check(edition)?.Key);
    }

    private static Edition Edition(int number = 3, string name = "Édition de 2027", DateOnly? resultsOn = null) =>
        new()
        {
            Number = number,
            Name = name,
            OpensAt = Opens,
            Deadline = Deadline,
            ResultsOn = resultsOn,
        };
}
