using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How many people tried, agents and citizens, and how many are expected.</summary>
internal static class TrialPeopleWords
{
    public static string Takeaway(TrialPeople figure, ChartText text)
    {
        if (figure.Months.IsEmpty)
        {
            return text["Trials_None"];
        }

        var last = figure.Months[^1];
        var held = text.Counted(
            "Trials_Held",
            last.HeldSoFar,
            text.Day(figure.Day),
            text.Counted("Agents", last.Agents.HeldSoFar),
            text.Counted("Citizens", last.Citizens.HeldSoFar),
            text.Projects(figure.Tried.Count)
        );
        var next = figure.Months.FirstOrDefault(month => month.ToCome.Count > 0);
        return next is null
            ? text.Of("Trials_NoMore", held)
            : text.Counted("Trials_ToCome", last.ToComeSoFar, held, text.Month(next.Month.From));
    }

    /// <summary>« 20 agents, 30 administrés, 140 personnes à venir – 3 projets ».</summary>
    public static string Told(TrialColumn column, ChartText text) =>
        text.Of(
            column.ToCome > 0 ? "Trials_ColumnToCome" : "Trials_Column",
            text.Counted("Agents", column.Agents),
            text.Counted("Citizens", column.Citizens),
            text.Projects(column.Projects.Count),
            text.Counted("People", column.ToCome)
        );

    /// <summary>Every month with a trial, whatever columns the drawing has room for.</summary>
    public static ChartTable Table(TrialPeople figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Month"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Count, text["Column_AgentsHeld"]),
                new(ChartCellKind.Count, text["Column_CitizensHeld"]),
                new(ChartCellKind.Count, text["Column_AgentsToCome"]),
                new(ChartCellKind.Count, text["Column_CitizensToCome"]),
                new(ChartCellKind.Count, text["Column_HeldSoFar"]),
            ],
            [
                .. figure.Months.Select(month =>
                    Row(
                        text.Month(month.Month.From),
                        ProjectSet.Of(figure.Scope, [month.Tried, month.ToCome]),
                        month.Agents.Held,
                        month.Citizens.Held,
                        month.Agents.ToCome,
                        month.Citizens.ToCome,
                        month.HeldSoFar
                    )
                ),
            ],
            figure.Months.IsEmpty
                ? null
                : Row(
                    text["Total"],
                    ProjectSet.Of(figure.Scope, [figure.Tried, figure.ToCome]),
                    figure.Months[^1].Agents.HeldSoFar,
                    figure.Months[^1].Citizens.HeldSoFar,
                    figure.Months[^1].Agents.ToComeSoFar,
                    figure.Months[^1].Citizens.ToComeSoFar,
                    figure.Months[^1].HeldSoFar
                )
        );

        static ChartRow Row(string name, ProjectSet projects, params int[] people) =>
            new([name, projects.Count, .. people.Select(number => (object)number)], projects.Rows);
    }
}
