using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>Three scales from 0 to 1, each divided where its authors divide it, with a marker where reviewers stand.</summary>
internal static class AgreementChart
{
    private const float TallestRow = 96;

    /// <summary>Pixels of a scale's height, and between two of its bands.</summary>
    private const double Thick = 12;
    private const double Between = 2;

    public static ChartContent Compose(AgreementFigure figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = AgreementTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Measures.IsEmpty || figure.Applications.Count == 0)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Agreement_Key"];
        var rows = new LabelledRows(
            [.. figure.Measures.Select(measure => text[$"Agreement_{measure.Kind}"])],
            style,
            left: 4,
            right: 4,
            bottom: PlotFrame.KeyHeight(style, key) + 26,
            TallestRow,
            thickest: 12,
            stackedFrom: 0
        );
        Draw(rows, figure, style, text);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure, index, text)), takeaway, table, false);
    }

    private static void Draw(LabelledRows rows, AgreementFigure figure, ChartStyle style, ChartText text)
    {
        var perPixel = rows.SetReach(0, 1, 12, 18);
        double[] ticks = [0, .25, .5, .75, 1];
        rows.Plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(text.Points)]);
        for (var index = 0; index < figure.Measures.Length; index++)
        {
            var (low, high) = rows.SpanOf(index);
            // The value stands over the scale, the bands' words under it, where they have room.
            var y = rows.IsStacked ? high - ((Thick + 4) / 2 / rows.RowHeight) : (low + high) / 2;
            var measure = figure.Measures[index];
            Bands(rows, measure, y, perPixel, style, text);
            Marker(rows, measure, index, y, style, text);
        }
    }

    private static void Bands(
        LabelledRows rows,
        AgreementMeasure measure,
        double y,
        double perPixel,
        ChartStyle style,
        ChartText text
    )
    {
        var half = Thick / 2 / rows.RowHeight;
        double[] edges = [0, .. measure.Limits, 1];
        var words = Enumerable.Range(0, edges.Length - 1).Select(band => BandWord(measure, band, text)).ToArray();
        var fit = words
            .Select((word, band) => PlotFrame.WidthOf(word, isBold: true) * perPixel < edges[band + 1] - edges[band])
            .All(fits => fits);
        var below = new Coordinates(0, y - half - (3 / rows.RowHeight));
        for (var band = 0; band < words.Length; band++)
        {
            var isHere = measure.Band == band;
            var gap = Between * perPixel / 2;
            var bar = rows.Plot.Add.Rectangle(
                edges[band] + (band == 0 ? 0 : gap),
                edges[band + 1] - (band == words.Length - 1 ? 0 : gap),
                y - half,
                y + half
            );
            (bar.LineWidth, bar.LineColor) = (1.5f, isHere ? style.Palette.Mark : style.Palette.Neutral);
            bar.FillColor = isHere ? style.Palette.Mark : style.Palette.Ground;
            if (fit && !rows.IsStacked)
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    words[band],
                    below with
                    {
                        X = (edges[band] + edges[band + 1]) / 2,
                    },
                    Alignment.UpperCenter,
                    isHere ? style.Palette.Text : style.Palette.Quiet,
                    isHere
                );
            }
        }
    }

    private static void Marker(
        LabelledRows rows,
        AgreementMeasure measure,
        int index,
        double y,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        if (measure.Value is { } value)
        {
            PlotFrame.Mark(rows.Plot, style, new(Math.Clamp(value, 0, 1), y), MarkShape.Diamond, 17, palette.Text);
        }

        var written = Written(measure, text);
        if (rows.IsStacked)
        {
            rows.WriteAtRight(index, written, rows.Plot.Axes.Bottom.Max, palette.Text);
            return;
        }

        var at = Math.Clamp(measure.Value ?? 0, 0, 1);
        PlotFrame.Write(
            rows.Plot,
            style,
            written,
            new(at, y),
            at < .15 ? Alignment.LowerLeft
                : at > .85 ? Alignment.LowerRight
                : Alignment.LowerCenter,
            palette.Text,
            true,
            right: at < .15 ? -4
                : at > .85 ? 4
                : 0,
            down: -11
        );
    }

    private static string BandWord(AgreementMeasure measure, int band, ChartText text) =>
        text[measure.Kind == AgreementKind.Alpha ? $"Alpha_{band}" : $"Icc_{band}"];

    /// <summary>« 0,81, bon »; or that it is undefined.</summary>
    private static string Written(AgreementMeasure measure, ChartText text) =>
        measure is { Value: { } value, Band: { } band }
            ? text.Of(
                "Agreement_Value",
                value < 0 ? text.Difference(value) : text.Points(value),
                BandWord(measure, band, text)
            )
            : text["Agreement_Undefined"];

    private static HitArea Area(AgreementFigure figure, int index, ChartText text)
    {
        var measure = figure.Measures[index];
        var label = text.Of(
            "Agreement_Mark",
            text[$"Agreement_{measure.Kind}"],
            Written(measure, text),
            text.Applications(figure.Applications.Count)
        );
        return new(0, 0, 0, 0, label, figure.Applications.Rows, figure.Applications.Count);
    }

    private static ChartTable Table(AgreementFigure figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Measure"]),
                new(ChartCellKind.Points, text["Column_Value"]),
                new(ChartCellKind.Text, text["Column_Reading"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
            ],
            [
                .. figure.Measures.Select(measure => new ChartRow(
                    [
                        text[$"Agreement_{measure.Kind}"],
                        ScoreWords.Cell(measure.Value),
                        measure.Band is { } band ? BandWord(measure, band, text) : text["Agreement_Undefined"],
                        figure.Applications.Count,
                    ],
                    figure.Applications.Rows
                )),
            ]
        );
}
