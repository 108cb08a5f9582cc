using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>How somebody types a figure's value: euros, percents and hours for cents, shares and minutes.</summary>
internal static class ThresholdUnit
{
    /// <summary>In the figure's unit; a fraction of a cent, a minute or a thing is rounded away.</summary>
    public static decimal Kept(KeyFigure figure, decimal typed) =>
        figure.Unit switch
        {
            FigureUnit.Money => decimal.Round(typed * 100),
            FigureUnit.Minutes => decimal.Round(typed * 60),
            FigureUnit.Share => typed / 100,
            FigureUnit.Points => typed,
            _ => figure.Rule == FigureRule.Ratio ? typed : decimal.Round(typed),
        };
}
