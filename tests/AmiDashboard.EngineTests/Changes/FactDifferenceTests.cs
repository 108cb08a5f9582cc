using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Changes;

public sealed class FactDifferenceTests
{
    private static readonly DateOnly Day = new(2018, 12, 1);

    [Fact]
    public void Two_facts_made_apart_of_the_same_are_the_same()
    {
        Assert.Null(FactDifference.Between(Fact(), Fact()));
        Assert.NotEqual(Fact(), Fact());
    }

    [Fact]
    public void A_difference_deep_within_is_found_and_named()
    {
        Assert.Equal(".Title", FactDifference.Between(Fact(), Fact() with { Title = "Autre" }));
        Assert.Equal(
            ".Activities[0]",
            FactDifference.Between(Fact(), Fact() with { Activities = [DateTime.MaxValue] })
        );
        Assert.Equal(".Activities.Count", FactDifference.Between(Fact(), Fact() with { Activities = [] }));
        Assert.Equal(".Comment", FactDifference.Between(Fact(), Fact() with { Comment = "Dit" }));
        Assert.StartsWith(
            ".Balances.days[0].Sum.Granted",
            FactDifference.Between(Fact(), Fact() with { Balances = Series(8) }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_fact_that_only_one_side_has_is_a_difference()
    {
        Assert.Equal("", FactDifference.Between(Fact(), null));
        Assert.Equal("[2]", FactDifference.Between(Numbered(1, 2), Numbered(1, 3)));
    }

    private static ImmutableDictionary<int, string> Numbered(params int[] numbers) =>
        numbers.ToImmutableDictionary(number => number, number => $"{number}");

    private static ProjectBudget Fact() =>
        new()
        {
            Number = 1001,
            Edition = 1,
            Title = "Projet",
            Balances = Series(7),
            Activities = [DateTime.MinValue],
        };

    private static BalanceSeries Series(long granted) =>
        BalanceSeries.Empty.Append(Day, Day, Posting.Nothing with { Granted = new Money(granted) });
}
