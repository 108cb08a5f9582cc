using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications.Figures;

public sealed class BreakdownTests
{
    [Fact]
    public void The_ministry_with_most_applications_comes_first_and_equal_ones_by_name()
    {
        var figure = MinistryBreakdown.Of(
            [
                SomeFacts.One(ministry: "Justice"),
                SomeFacts.One(ministry: "Travail"),
                SomeFacts.One(ministry: "Travail"),
                SomeFacts.One(ministry: "Culture"),
            ],
            SomeFacts.Scope()
        );

        Assert.Equal(["Travail", "Culture", "Justice"], figure.Parts.Select(part => part.Name));
    }

    [Fact]
    public void Ministries_add_up_to_the_whole_those_not_given_included()
    {
        var figure = MinistryBreakdown.Of(SomeFacts.Programme(), SomeFacts.Scope());

        Assert.Equal(98, figure.Whole.Applications);
        Assert.Equal(98, figure.Parts.Sum(part => part.Count.Applications));
        Assert.Contains(figure.Parts, part => part.Name.Length == 0);
    }

    [Fact]
    public void An_application_that_aims_at_two_techniques_counts_in_both_and_once_in_the_whole()
    {
        var figure = TechniqueBreakdown.Of(
            [SomeFacts.One(techniques: ["Vision", "Langage"]), SomeFacts.One(techniques: ["Vision"]), SomeFacts.One()],
            SomeFacts.Scope()
        );

        Assert.Equal(
            [("Vision", 2), ("", 1), ("Langage", 1)],
            figure.Parts.Select(part => (part.Name, part.Count.Applications))
        );
        Assert.Equal(3, figure.Whole.Applications);
    }

    [Fact]
    public void Where_one_technique_is_asked_for_the_others_of_its_applications_are_left_out()
    {
        var figure = TechniqueBreakdown.Of(
            [SomeFacts.One(techniques: ["Vision", "Langage"])],
            SomeFacts.Scope(new() { Technique = "Vision" })
        );

        Assert.Equal("Vision", Assert.Single(figure.Parts).Name);
    }

    [Fact]
    public void Amounts_add_up_where_they_are_given()
    {
        var figure = MinistryBreakdown.Of(
            [
                SomeFacts.One(ministry: "Justice") with
                {
                    Requested = Money.FromEuros(100_000.10m),
                },
                SomeFacts.One(ministry: "Justice") with
                {
                    Requested = Money.FromEuros(.20m),
                },
                SomeFacts.One(ministry: "Justice"),
            ],
            SomeFacts.Scope()
        );

        Assert.Equal(Money.FromEuros(100_000.30m), Assert.Single(figure.Parts).Requested);
    }
}
