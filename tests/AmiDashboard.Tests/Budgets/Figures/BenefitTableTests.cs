using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Budgets.Figures;

public sealed class BenefitTableTests
{
    private static readonly FigureScope Scope = new(ApplicationFilter.All, DateTime.UnixEpoch, []);

    [Fact]
    public void A_point_costs_what_is_contracted_over_the_mean_to_the_cent()
    {
        var row = Assert.Single(Table(Row(1001, 100_000), (1001, [4, 3, null])).Rows);
        Assert.Equal([new Money(25_000_00), new Money(33_333_33), null], row.PerPoint);
    }

    [Fact]
    public void Nothing_contracted_and_a_mean_of_zero_have_no_price()
    {
        Assert.All(Table(Row(1001, 0), (1001, [4, 3, 2])).Rows.Single().PerPoint, price => Assert.Null(price));
        Assert.Null(Table(Row(1001, 100), (1001, [0, 1, 2])).Rows.Single().PerPoint[0]);
    }

    [Fact]
    public void A_project_without_scores_is_there_without_a_price_and_another_edition_is_not()
    {
        var rows = Table([.. Row(1001, 100), .. Row(2001, 100, edition: 2)]).Rows;
        Assert.Equal([null, null, null], Assert.Single(rows).PerPoint);
    }

    private static ImmutableArray<EuroRow> Row(int number, int contracted, int edition = 1) =>
        [
            new(
                number,
                $"Projet {number}",
                edition,
                null,
                null,
                Posting.Nothing with
                {
                    Contracted = Money.FromEuros(contracted),
                }
            ),
        ];

    private static BenefitTable Table(
        ImmutableArray<EuroRow> rows,
        params (int Number, ImmutableArray<double?> Means)[] means
    ) =>
        BenefitTable.Of(
            new EuroTable(Scope, rows, new EuroTotals(null, Posting.Nothing, null)),
            new DecidedScores(
                1,
                ["Bénéfices", "Pertinence", "Équipe"],
                5,
                means.ToImmutableDictionary(one => one.Number, one => one.Means)
            )
        );
}
