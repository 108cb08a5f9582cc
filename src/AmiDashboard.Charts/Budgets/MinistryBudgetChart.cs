using AmiDashboard.Charts.Scores;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Granted, contracted and paid by ministry, who was granted most first.</summary>
internal static class MinistryBudgetChart
{
    public static ChartContent Compose(MinistryBudgets figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Ministries.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["MinistryBudgets_Key"];
        var lines = FittingLines.Of(figure.Ministries, BulletRows.RoomFor(style, key), 0);
        var (plot, marks) = BulletRows.Compose(
            [.. lines.Select(line => line.IsGap ? Others(line, figure, text) : Row(line.One, text))],
            key,
            style
        );
        return new(plot, marks, takeaway, table, false);
    }

    private static BulletRow Row(MinistryBudget ministry, ChartText text) =>
        new(
            NameOf(ministry, text),
            ministry.Sum,
            null,
            MarkOf(NameOf(ministry, text), ministry.Sum, ministry.Projects, text),
            ministry.Rows,
            ministry.Projects.Count
        );

    private static BulletRow Others(FittingLine<MinistryBudget> line, MinistryBudgets figure, ChartText text)
    {
        var name = text.Counted("AndOthers", line.Items.Length);
        var sum = line.Items.Aggregate(Posting.Nothing, (before, one) => before + one.Sum);
        var projects = ProjectSet.Of(figure.Scope, line.Items.Select(one => one.Projects));
        return new(name, null, null, MarkOf(name, sum, projects, text), projects.Rows, projects.Count);
    }

    private static string MarkOf(string name, Posting sum, ProjectSet projects, ChartText text) =>
        text.Of(
            "MinistryBudgets_Mark",
            name,
            text.ShortMoney(sum.Granted),
            text.ShortMoney(sum.Contracted),
            text.ShortMoney(sum.Paid),
            text.Projects(projects.Count)
        );

    private static string NameOf(MinistryBudget ministry, ChartText text) =>
        string.IsNullOrWhiteSpace(ministry.Name) ? text["NotGiven"] : ministry.Name;

    private static string Takeaway(MinistryBudgets figure, ChartText text)
    {
        MinistryBudget[] known =
        [
            .. figure.Ministries.Where(one => !string.IsNullOrWhiteSpace(one.Name) && one.Sum.Granted > Money.Zero),
        ];
        if (figure.Sum.Granted == Money.Zero || known.Length == 0)
        {
            return text[figure.Sum.Granted == Money.Zero ? "MinistryBudgets_None" : "MinistryBudgets_Unknown"];
        }

        var first = known[0];
        var ties = known.Count(one => one.Sum.Granted == first.Sum.Granted);
        var (granted, all) = (text.ShortMoney(first.Sum.Granted), text.ShortMoney(figure.Sum.Granted));
        return ties > 1
            ? text.Of("MinistryBudgets_Ties", text.Number(ties), granted, all)
            : text.Of(
                first.Sum.Granted == figure.Sum.Granted ? "MinistryBudgets_All" : "MinistryBudgets_First",
                ChartText.Cut(first.Name),
                granted,
                all,
                text.Share(first.Sum.Granted, figure.Sum.Granted),
                text.ShortMoney(first.Sum.Paid)
            );
    }

    private static ChartTable Table(MinistryBudgets figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Ministries"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Money, text["Envelope_Granted"]),
                new(ChartCellKind.Money, text["Envelope_Contracted"]),
                new(ChartCellKind.Money, text["Envelope_Paid"]),
                new(ChartCellKind.Money, text["Envelope_Remaining"]),
                new(ChartCellKind.Text, text["Column_PaidShare"]),
            ],
            [
                .. figure.Ministries.Select(one => new ChartRow(
                    [NameOf(one, text), one.Projects.Count, .. Cells(one.Sum)],
                    one.Rows
                )),
            ],
            new ChartRow(
                [text["Total"], figure.Ministries.Sum(one => one.Projects.Count), .. Cells(figure.Sum)],
                figure.Scope.Filter
            )
        );

        object?[] Cells(Posting sum) =>
            [sum.Granted, sum.Contracted, sum.Paid, sum.Remaining, text.Share(sum.Paid, sum.Granted)];
    }
}
