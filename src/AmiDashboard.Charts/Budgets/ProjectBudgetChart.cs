using AmiDashboard.Charts.Scores;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Each project's money against its grant and its plan, who is furthest behind the plan first.</summary>
internal static class ProjectBudgetChart
{
    public static ChartContent Compose(ProjectBudgets figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Projects.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["ProjectBudgets_Key"];
        var lines = FittingLines.Of(figure.Projects, BulletRows.RoomFor(style, key), 0);
        var (plot, marks) = BulletRows.Compose(
            [.. lines.Select(line => line.IsGap ? Others(line, figure, text) : Row(line.One, text))],
            key,
            style
        );
        return new(plot, marks, takeaway, table, false);
    }

    private static BulletRow Row(ProjectBudgetRow project, ChartText text)
    {
        var name = text.Application(project.Title, project.Number);
        return new(
            name,
            project.Balance,
            project.PlannedToDate,
            text.Of(
                "ProjectBudgets_Mark",
                ChartText.Cut(name),
                text.ShortMoney(project.Balance.Paid),
                text.ShortMoney(project.PlannedToDate),
                text.ShortMoney(project.Balance.Contracted),
                text.ShortMoney(project.Balance.Granted)
            ),
            project.Project.Rows,
            1
        );
    }

    private static BulletRow Others(FittingLine<ProjectBudgetRow> line, ProjectBudgets figure, ChartText text)
    {
        var name = text.Counted("AndOthers", line.Items.Length);
        var projects = ProjectSet.Of(figure.Scope, line.Items.Select(one => one.Project));
        return new(name, null, null, name, projects.Rows, projects.Count);
    }

    private static string Takeaway(ProjectBudgets figure, ChartText text)
    {
        if (figure.Projects.IsEmpty)
        {
            return text["ProjectBudgets_None"];
        }

        var behind = figure.Projects.Count(project => project.Gap < Money.Zero);
        var (first, all) = (figure.Projects[0], figure.Projects.Length);
        return behind == 0
            ? text.Counted("ProjectBudgets_InTime", all)
            : text.Counted(
                all == 1 ? "ProjectBudgets_Only" : "ProjectBudgets_Behind",
                behind,
                text.Number(all),
                ChartText.Cut(text.Application(first.Title, first.Number)),
                text.ShortMoney(Money.Zero - first.Gap)
            );
    }

    private static ChartTable Table(ProjectBudgets figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Text, text["Column_Ministries"]),
                new(ChartCellKind.Money, text["Envelope_Granted"]),
                new(ChartCellKind.Money, text["Envelope_Contracted"]),
                new(ChartCellKind.Money, text["Envelope_Paid"]),
                new(ChartCellKind.Money, text["Column_PlannedToDate"]),
                new(ChartCellKind.Money, text["Column_Gap"]),
                new(ChartCellKind.Money, text["Column_Expected"]),
            ],
            [
                .. figure.Projects.Select(project => new ChartRow(
                    [
                        text.Application(project.Title, project.Number),
                        string.IsNullOrWhiteSpace(project.Ministry) ? text["NotGiven"] : project.Ministry,
                        project.Balance.Granted,
                        project.Balance.Contracted,
                        project.Balance.Paid,
                        project.PlannedToDate,
                        project.Gap,
                        project.Expected,
                    ],
                    project.Project.Rows
                )),
            ],
            new ChartRow(
                [
                    text["Total"],
                    "",
                    Sum(project => project.Balance.Granted),
                    Sum(project => project.Balance.Contracted),
                    Sum(project => project.Balance.Paid),
                    Sum(project => project.PlannedToDate),
                    Sum(project => project.Gap),
                    Sum(project => project.Expected),
                ],
                figure.Scope.Filter
            )
        );

        Money Sum(Func<ProjectBudgetRow, Money> amount) => Money.Sum(figure.Projects.Select(amount));
    }
}
