using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Applications;

/// <summary>
/// Deposits added up, against the deadline. Editions are laid over each other by their days before the deadline, so that
/// they compare: the newest in colour, earlier ones behind it in grey. One edition alone is read in dates.
/// </summary>
internal static class DepositCurveChart
{
    /// <summary>Pixels kept over the highest curve, for the deadline's name.</summary>
    private const int Top = 30;

    /// <summary>Pixels kept under the curves, for dates.</summary>
    private const int Bottom = 26;

    public static ChartContent Compose(DepositCurve figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        EditionCurve[] curves =
        [
            .. figure
                .Editions.Where(edition => edition.Total > 0)
                .Select(edition => new EditionCurve(edition, figure.Scope.AsOf)),
        ];
        var takeaway = DepositTakeaway.Of(figure, text);
        var table = Table(figure, text);
        return curves.Length == 0
            ? new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true)
            : new(
                Draw(curves, style, text),
                plot => Marks(plot, curves, style, text),
                takeaway,
                table,
                false,
                new NoteAxis(day => DepositAxis.At(day, curves))
            );
    }

    internal static Plot Draw(EditionCurve[] curves, ChartStyle style, ChartText text)
    {
        string[] names = [.. curves.Select(curve => EndName(curve, curves.Length > 1, style, text))];
        var most = curves.Max(curve => curve.Edition.Total);
        var left = PlotFrame.WidthOf(text.Number(most)) + 12;
        var right = names.Max(name => PlotFrame.WidthOf(name, isBold: true)) + 16;
        var plot = PlotFrame.Create(style, new PixelPadding(left, 0, Bottom, 0));

        var first = Math.Min(curves.Min(curve => curve.Xs[0]), -1);
        var last = Math.Max(curves.Max(curve => curve.Xs[^1]), 0);
        var perDay = (style.Width - left - right) / (last - first);
        var perDeposit = (double)(style.Height - Bottom - Top) / most;
        plot.Axes.SetLimits(first, last + (right / perDay), 0, most + (Top / perDeposit));

        Levels(plot, most, last, style, text);
        Deadline(plot, curves, left - (first * perDay), most, style, text);
        DepositAxis.Set(plot, curves, first, perDay, left, style, text);
        foreach (var curve in curves)
        {
            var line = plot.Add.ScatterLine(curve.Xs, curve.Ys, ColorOf(curve, curves, style));
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.LineWidth = curve == curves[^1] ? 2.5f : 2;
        }

        EndNames(plot, curves, names, perDeposit, style);
        return plot;
    }

    /// <summary>Names at the ends of the curves, in their colour; those that would cover each other are pushed apart.</summary>
    private static void EndNames(Plot plot, EditionCurve[] curves, string[] names, double perDeposit, ChartStyle style)
    {
        var free = double.MinValue;
        foreach (var (curve, name) in curves.Zip(names).OrderByDescending(one => one.First.Edition.Total))
        {
            var end = new Coordinates(curve.Xs[^1], curve.Edition.Total);
            var color = ColorOf(curve, curves, style);
            plot.Add.Marker(end, MarkerShape.FilledCircle, 7, color);
            var height = curve.Edition.Total * -perDeposit;
            var down = Math.Max(0, free - height);
            free = height + down + 18;
            PlotFrame.Write(plot, style, name, end, Alignment.MiddleLeft, color, true, 9, (float)down);
        }
    }

    /// <summary>Three or four light levels, written at the left.</summary>
    private static void Levels(Plot plot, int most, double last, ChartStyle style, ChartText text)
    {
        var step = RoundStep.Of(most, 4);
        double[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(plot.Axes.Bottom.Min, level), new(last, level), 1, style.Palette.Line);
        }

        plot.Axes.Left.SetTicks(levels, [.. levels.Select(level => text.Number((int)level))]);
    }

    private static void Deadline(
        Plot plot,
        EditionCurve[] curves,
        double pixel,
        int most,
        ChartStyle style,
        ChartText text
    )
    {
        var name =
            curves.Length > 1
                ? text["Deadline"]
                : text.Of("DeadlineOn", text.Day(Core.ParisTime.DayOf(curves[0].Edition.Edition.Deadline)));
        var half = PlotFrame.WidthOf(name) / 2;
        var back = Math.Min(0, style.Width - 4 - half - pixel);
        var line = plot.Add.Line(0, 0, 0, most);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, style.Palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
        PlotFrame.Write(
            plot,
            style,
            name,
            new Coordinates(0, most),
            Alignment.LowerCenter,
            style.Palette.Accent,
            right: (float)back,
            down: -8
        );
    }

    /// <summary>A narrow upright strip around the end of each day, as high as a finger.</summary>
    private static ImmutableArray<HitArea> Marks(Plot plot, EditionCurve[] curves, ChartStyle style, ChartText text)
    {
        const double Half = 11;
        var marks = ImmutableArray.CreateBuilder<HitArea>();
        foreach (var curve in curves)
        {
            Pixel[] at =
            [
                .. curve.Days.Select(day => plot.GetPixel(new Coordinates(day.X, day.Day.SoFar.Applications))),
            ];
            for (var index = 0; index < at.Length; index++)
            {
                var before = index == 0 ? double.MinValue : (at[index].X + at[index - 1].X) / 2;
                var after = index == at.Length - 1 ? double.MaxValue : (at[index].X + at[index + 1].X) / 2;
                var (left, right) = (Math.Max(at[index].X - Half, before), Math.Min(at[index].X + Half, after));
                var top = Math.Clamp(at[index].Y - Half, 0, style.Height - (2 * Half));
                left = Math.Max(0, left);
                var day = curve.Days[index].Day;
                var label = text.Of(
                    "Deposits_Mark",
                    curve.Edition.Edition.Name,
                    text.Day(day.Day),
                    text.Applications(day.SoFar.Applications),
                    text.Number(day.Deposits)
                );
                var width = Math.Min(style.Width, right) - left;
                marks.Add(new(left, top, width, 2 * Half, label, day.SoFar.Rows, day.SoFar.Applications));
            }
        }

        return marks.ToImmutable();
    }

    private static ChartTable Table(DepositCurve figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Edition"]),
                new(ChartCellKind.Date, text["Column_Day"]),
                new(ChartCellKind.Count, text["Column_Deposits"]),
                new(ChartCellKind.Count, text["Column_SoFar"]),
            ],
            [
                .. figure.Editions.SelectMany(edition =>
                    edition.Days.Select(day => new ChartRow(
                        [edition.Edition.Name, day.Day, day.Deposits, day.SoFar.Applications],
                        day.SoFar.Rows
                    ))
                ),
            ],
            new ChartRow([text["Total"], null, figure.Total, figure.Total], figure.Scope.Filter)
        );

    private static string EndName(EditionCurve curve, bool isOneOfSeveral, ChartStyle style, ChartText text)
    {
        var total = text.Number(curve.Edition.Total);
        return !isOneOfSeveral ? total
            : style.IsNarrow ? text.Of("Deposits_EndNarrow", total, curve.Edition.Edition.Number)
            : PlotFrame.Fitted(text.Of("Deposits_End", total, curve.Edition.Edition.Name), 220, isBold: true);
    }

    private static Color ColorOf(EditionCurve curve, EditionCurve[] curves, ChartStyle style) =>
        curve == curves[^1] ? style.Palette.Mark : style.Palette.Neutral;
}
