using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Payments that wait for documents, by the days since their request; under each bar, which documents lack.</summary>
internal static class MissingDocumentsChart
{
    private const float TallestRow = 76;

    /// <summary>Pixels from the lower edge of a bar to the middle of what lacks.</summary>
    private const double Under = 12;

    private static readonly DocumentKind[] Kinds = Enum.GetValues<DocumentKind>();

    public static ChartContent Compose(MissingDocuments figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Payments.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var rows = new LabelledRows(
            [.. figure.Classes.Select(one => NameOf(one, text))],
            style,
            left: 2,
            right: 4,
            bottom: 4,
            TallestRow,
            thickest: 14,
            valueRoom: 150,
            stackedFrom: 0
        );
        Draw(rows, figure.Classes, style, text);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure.Classes[index], text)), takeaway, table, false);
    }

    private static void Draw(LabelledRows rows, ImmutableArray<AgeClass> classes, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        string[] values = [.. classes.Select(one => text.Payments(one.Payments.Length, one.Amount))];
        var room = rows.IsStacked ? 2 : values.Max(value => PlotFrame.WidthOf(value, isBold: true)) + 12;
        rows.SetReach(0, classes.Max(one => one.Payments.Length), 1, room);
        for (var index = 0; index < classes.Length; index++)
        {
            var one = classes[index];
            var y = rows.MarkY(index);
            var half = Math.Min(rows.MarkHeight, 18) / rows.RowHeight / 2;
            var color = one.To is null ? palette.Accent : palette.Mark;
            if (!one.Payments.IsEmpty)
            {
                var bar = rows.Plot.Add.Rectangle(0, one.Payments.Length, y - half, y + half);
                (bar.FillColor, bar.LineWidth) = (color, 0);
            }

            var (ink, isBold) = one.Payments.IsEmpty ? (palette.Quiet, false) : (palette.Text, true);
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, values[index], rows.Plot.Axes.Bottom.Max, ink, isBold);
            }
            else
            {
                var end = new Coordinates(one.Payments.Length, y);
                PlotFrame.Write(rows.Plot, style, values[index], end, Alignment.MiddleLeft, ink, isBold, right: 7);
            }

            PlotFrame.Write(
                rows.Plot,
                style,
                PlotFrame.Fitted(LackingOf([one], text), (float)rows.DataWidth - 4),
                new(0, y - half - (Under / rows.RowHeight)),
                Alignment.MiddleLeft,
                palette.Quiet
            );
        }
    }

    private static string NameOf(AgeClass one, ChartText text) =>
        one.To is { } to ? text.Of("DaysFromTo", one.From, to) : text.Of("DaysOver", one.From - 1);

    /// <summary>« état des dépenses (2), livrable (1) », most first; empty where nothing lacks.</summary>
    private static string LackingOf(ImmutableArray<AgeClass> classes, ChartText text) =>
        string.Join(
            ", ",
            Kinds
                .Select(kind => (Kind: kind, Payments: classes.Sum(one => one.Lacking(kind))))
                .Where(one => one.Payments > 0)
                .OrderByDescending(one => one.Payments)
                .Select(one => text.Of("Documents_Lacking", text.Document(one.Kind), text.Number(one.Payments)))
        );

    private static HitArea Area(AgeClass one, ChartText text)
    {
        var name = text.Of("Mark", NameOf(one, text), text.Payments(one.Payments.Length, one.Amount));
        return new(
            0,
            0,
            0,
            0,
            one.Payments.IsEmpty ? name : text.Of("Documents_Mark", name, LackingOf([one], text)),
            one.Projects.Rows,
            one.Projects.Count
        );
    }

    private static string Takeaway(MissingDocuments figure, ChartText text)
    {
        if (figure.Payments.IsEmpty)
        {
            return text["Documents_Takeaway_0"];
        }

        var oldest = figure.Payments[0];
        return text.Counted(
            "Documents_Takeaway",
            figure.Payments.Length,
            text.ShortMoney(Money.Sum(figure.Classes.Select(one => one.Amount))),
            text.DaysInWords(oldest.Days),
            LackingOf(figure.Classes, text)
        );
    }

    private static ChartTable Table(MissingDocuments figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Age"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Count, text["Column_Payments"]),
                new(ChartCellKind.Money, text["Column_Amount"]),
                .. Kinds.Select(kind => new ChartColumn(
                    ChartCellKind.Count,
                    text.Of("Column_Lacking", text.Document(kind))
                )),
            ],
            [.. figure.Classes.Select(one => Row(NameOf(one, text), [one], one.Projects))],
            Row(text["Total"], figure.Classes, ProjectSet.Of(figure.Scope, figure.Classes.Select(one => one.Projects)))
        );

        ChartRow Row(string name, ImmutableArray<AgeClass> classes, ProjectSet projects) =>
            new(
                [
                    name,
                    projects.Count,
                    classes.Sum(one => one.Payments.Length),
                    Money.Sum(classes.Select(one => one.Amount)),
                    .. Kinds.Select(kind => (object)classes.Sum(one => one.Lacking(kind))),
                ],
                projects.Rows
            );
    }
}
