using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>How the envelope comes down to what is paid, by the key figures that may be shown: no step between them.</summary>
internal static class WallMoneyChart
{
    private static readonly (EnvelopeStepKind Kind, string Figure)[] Steps =
    [
        (EnvelopeStepKind.Envelope, "envelope"),
        (EnvelopeStepKind.Granted, "granted"),
        (EnvelopeStepKind.Committed, "committed"),
        (EnvelopeStepKind.Contracted, "contracted"),
        (EnvelopeStepKind.Paid, "paid"),
    ];

    public static ChartContent Compose(ProgrammeStanding standing, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var sums = Shown(standing);
        var takeaway = Takeaway(sums, text);
        var table = new ChartTable(
            [new(ChartCellKind.Text, text["Wall_Column_Step"]), new(ChartCellKind.Money, text["Column_Amount"])],
            [.. sums.Select(sum => new ChartRow([text[$"Envelope_{sum.Key}"], sum.Value], null))]
        );
        return sums.Count == 0
            ? new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true)
            : new(
                WallBars.Draw(
                    [
                        .. sums.Select(sum =>
                            WallBars.OfMoney(
                                text[$"Envelope_{sum.Key}"],
                                sum.Value,
                                sum.Key == EnvelopeStepKind.Paid ? style.Palette.Good : style.Palette.Mark,
                                text
                            )
                        ),
                    ],
                    style
                ),
                _ => [],
                takeaway,
                table,
                false
            );
    }

    private static SortedList<EnvelopeStepKind, Money> Shown(ProgrammeStanding standing)
    {
        var sums = new SortedList<EnvelopeStepKind, Money>();
        foreach (var (kind, name) in Steps)
        {
            if (
                !SmallNumbers.IsSmall(standing, Right.SeeBudgets)
                && KeyFigures.Of(name).ValueOf(standing) is { Amount: > 0 } value
                && SmallNumbers.MayShow(value)
            )
            {
                sums.Add(kind, new Money((long)value.Amount));
            }
        }

        return sums;
    }

    private static string Takeaway(SortedList<EnvelopeStepKind, Money> sums, ChartText text) =>
        sums.Count == 0 ? text["Wall_TooFew"]
        : !sums.TryGetValue(EnvelopeStepKind.Granted, out var granted) ? text["Wall_Money"]
        : sums.TryGetValue(EnvelopeStepKind.Paid, out var paid)
            ? text.Of("Wall_Money_Paid", text.ShortMoney(paid), text.ShortMoney(granted))
        : sums.TryGetValue(EnvelopeStepKind.Envelope, out var envelope)
            ? text.Of("Wall_Money_Granted", text.ShortMoney(granted), text.ShortMoney(envelope))
        : text["Wall_Money"];
}
