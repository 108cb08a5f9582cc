using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>Earned value of each prototype, by number, and of all together.</summary>
public sealed record EarnedValues(FigureScope Scope, ImmutableArray<EarnedValueRow> Rows, EarnedValue Total)
{
    public static EarnedValues Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ImmutableArray<EarnedValueRow> rows =
        [
            .. facts
                .Admitted(scope)
                .Select(fact => new EarnedValueRow(
                    fact.Number,
                    fact.Edition,
                    fact.Title,
                    EarnedValue.Of(PlanStanding.Of(fact, scope.AsOf))
                )),
        ];
        return new(scope, rows, TotalOf(rows));
    }

    /// <summary>
    /// Money is the sum of the rows that have some. Work weighs by what is granted where every row has a grant, and alike
    /// where one has none: a prototype without a budget would else count for nothing.
    /// </summary>
    private static EarnedValue TotalOf(ImmutableArray<EarnedValueRow> rows)
    {
        EarnedValue[] planned = [.. rows.Select(row => row.Value).Where(value => value.Work is not null)];
        if (planned.Length == 0)
        {
            return new(Work: null, Money: null);
        }

        EarnedMoney[] money = [.. planned.Select(value => value.Money).OfType<EarnedMoney>()];
        var isWeighed = money.Length == planned.Length;
        return new(
            new(Mean(value => value.Work!.Planned), Mean(value => value.Work!.Earned)),
            money.Length == 0
                ? null
                : new(
                    Money.Sum(money.Select(one => one.Budget)),
                    Money.Sum(money.Select(one => one.Planned)),
                    Money.Sum(money.Select(one => one.Earned)),
                    Money.Sum(money.Select(one => one.Actual))
                )
        );

        decimal Mean(Func<EarnedValue, decimal> share) =>
            planned.Sum(value => share(value) * Weight(value)) / planned.Sum(Weight);

        decimal Weight(EarnedValue value) => isWeighed ? value.Money!.Budget.Cents : 1;
    }
}

public sealed record EarnedValueRow(int Number, int Edition, string Title, EarnedValue Value);
