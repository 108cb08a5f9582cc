using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts.Applications;

/// <summary>Applications by ministry or by technique: the most frequent first, the rest in one line, all of them in the table.</summary>
internal static class BreakdownChart
{
    /// <summary>Bars drawn before the line of the others.</summary>
    private const int MostBars = 12;

    public static ChartContent Compose(MinistryBreakdown figure, ChartStyle style) =>
        Compose("Ministries", figure.Parts, figure.Whole, addsUp: true, style);

    public static ChartContent Compose(TechniqueBreakdown figure, ChartStyle style) =>
        Compose("Techniques", figure.Parts, figure.Whole, addsUp: false, style);

    private static ChartContent Compose(
        string name,
        ImmutableArray<Part> parts,
        Count whole,
        bool addsUp,
        ChartStyle style
    )
    {
        var text = new ChartText(style.Culture);
        var table = Table(name, parts, whole, addsUp, text);
        var takeaway = Takeaway(name, parts, whole, text);
        if (parts.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var (plot, marks) = BarRows.Compose([.. Rows(parts, text, style)], style);
        return new(plot, marks, takeaway, table, false);
    }

    private static IEnumerable<BarRow> Rows(ImmutableArray<Part> parts, ChartText text, ChartStyle style)
    {
        var drawn = parts.Length <= MostBars + 1 ? parts.Length : MostBars;
        foreach (var part in parts.Take(drawn))
        {
            yield return new BarRow(
                NameOf(part, text),
                part.Count.Applications,
                part.Count.Rows,
                part.Name.Length == 0 ? style.Palette.Neutral : style.Palette.Mark
            );
        }

        if (drawn < parts.Length)
        {
            var others = parts.Skip(drawn).Sum(part => part.Count.Applications);
            yield return new BarRow(
                text.Of("Others", text.Number(parts.Length - drawn)),
                others,
                null,
                style.Palette.Neutral
            );
        }
    }

    private static ChartTable Table(
        string name,
        ImmutableArray<Part> parts,
        Count whole,
        bool addsUp,
        ChartText text
    ) =>
        new(
            [
                new(ChartCellKind.Text, text[$"Column_{name}"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
                new(ChartCellKind.Text, text["Column_Share"]),
                new(ChartCellKind.Money, text["Column_Requested"]),
            ],
            [
                .. parts.Select(part => new ChartRow(
                    [
                        NameOf(part, text),
                        part.Count.Applications,
                        text.Share(part.Count.Applications, whole.Applications),
                        part.Requested,
                    ],
                    part.Count.Rows
                )),
            ],
            addsUp
                ? new ChartRow(
                    [text["Total"], whole.Applications, "", new Money(parts.Sum(part => part.Requested.Cents))],
                    whole.Rows
                )
                : null
        );

    private static string Takeaway(string name, ImmutableArray<Part> parts, Count whole, ChartText text)
    {
        if (parts.IsEmpty)
        {
            return text[$"{name}_Takeaway_0"];
        }

        Part[] known = [.. parts.Where(part => !string.IsNullOrWhiteSpace(part.Name))];
        if (known.Length == 0)
        {
            return text[$"{name}_Takeaway_Unknown"];
        }

        var most = known[0].Count.Applications;
        var ties = known.Count(part => part.Count.Applications == most);
        return whole.Applications == 1
                ? text.Of($"{name}_Takeaway_One", text.List([.. known.Select(part => ChartText.Cut(part.Name))]))
            : ties > 1
                ? text.Of(
                    $"{name}_Takeaway_Ties",
                    text.Number(ties),
                    text.Applications(most),
                    text.Number(whole.Applications)
                )
            : text.Of(
                $"{name}_Takeaway",
                ChartText.Cut(known[0].Name),
                text.Applications(most),
                text.Number(whole.Applications),
                text.Share(most, whole.Applications)
            );
    }

    private static string NameOf(Part part, ChartText text) =>
        string.IsNullOrWhiteSpace(part.Name) ? text["NotGiven"] : part.Name;
}
