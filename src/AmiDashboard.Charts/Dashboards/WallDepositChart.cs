using AmiDashboard.Charts.Applications;
using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>The deposit curve for a wall: it begins where five had come, and says nothing of a single day.</summary>
internal static class WallDepositChart
{
    public static ChartContent Compose(ProgrammeStanding standing, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var figure = WallDeposits.Of(standing);
        var table = new ChartTable(
            [
                new(ChartCellKind.Text, text["Column_Edition"]),
                new(ChartCellKind.Date, text["Column_Day"]),
                new(ChartCellKind.Count, text["Column_SoFar"]),
            ],
            [
                .. figure.Editions.SelectMany(edition =>
                    edition.Days.Select(day => new ChartRow(
                        [edition.Edition.Name, day.Day, day.SoFar.Applications],
                        null
                    ))
                ),
            ]
        );
        if (figure.Editions.IsEmpty)
        {
            var nothing = text["Wall_TooFew"];
            return new(PlotFrame.Empty(style, nothing), _ => [], nothing, table, true);
        }

        EditionCurve[] curves = [.. figure.Editions.Select(edition => new EditionCurve(edition, figure.Scope.AsOf))];
        var takeaway = text.Of(
            "Wall_Deposits",
            text.List([
                .. figure.Editions.Select(edition =>
                    text.Of("Deposits_InEdition", text.Number(edition.Total), ChartText.Cut(edition.Edition.Name))
                ),
            ])
        );
        return new(DepositCurveChart.Draw(curves, style, text), _ => [], takeaway, table, false);
    }
}
