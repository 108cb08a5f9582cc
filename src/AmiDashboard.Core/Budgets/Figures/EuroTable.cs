using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>« What each euro bought »: from what was asked for to what is paid, project by project, by number.</summary>
public sealed record EuroTable(FigureScope Scope, ImmutableArray<EuroRow> Rows, EuroTotals Totals)
{
    public static EuroTable Of(BudgetFacts facts, FigureScope scope)
    {
        ImmutableArray<EuroRow> rows =
        [
            .. ProjectStanding
                .Of(facts, scope)
                .Where(one => one.HasMoney)
                .Select(one => new EuroRow(
                    one.Number,
                    one.Project.Title,
                    one.Project.Edition,
                    one.Project.Ministry,
                    one.Project.Application?.Requested,
                    one.Balance
                )),
        ];
        return new(scope, rows, EuroTotals.Of(rows));
    }
}

/// <summary>Shares are of the amount before, from 0; null where that is nothing or not known.</summary>
/// <param name="Requested">Null where the application does not say, or is purged.</param>
public sealed record EuroRow(int Number, string Title, int Edition, string? Ministry, Money? Requested, Posting Balance)
{
    public decimal? GrantedOfRequested => Balance.Granted.ShareOf(Requested);

    public decimal? CommittedOfGranted => Balance.Committed.ShareOf(Balance.Granted);

    public decimal? ContractedOfCommitted => Balance.Contracted.ShareOf(Balance.Committed);

    public decimal? PaidOfContracted => Balance.Paid.ShareOf(Balance.Contracted);
}

/// <summary>Sums of the rows, to the cent.</summary>
/// <param name="Requested">Of the rows that say it; null where none does.</param>
/// <param name="GrantedOfRequested">Over the rows that say what was requested: others would make it too high.</param>
public sealed record EuroTotals(Money? Requested, Posting Balance, decimal? GrantedOfRequested)
{
    public decimal? CommittedOfGranted => Balance.Committed.ShareOf(Balance.Granted);

    public decimal? ContractedOfCommitted => Balance.Contracted.ShareOf(Balance.Committed);

    public decimal? PaidOfContracted => Balance.Paid.ShareOf(Balance.Contracted);

    internal static EuroTotals Of(ImmutableArray<EuroRow> rows)
    {
        EuroRow[] known = [.. rows.Where(row => row.Requested is not null)];
        Money? requested = known.Length == 0 ? null : Money.Sum(known.Select(row => row.Requested!.Value));
        return new(
            requested,
            rows.Aggregate(Posting.Nothing, (sum, row) => sum + row.Balance),
            Money.Sum(known.Select(row => row.Balance.Granted)).ShareOf(requested)
        );
    }
}
