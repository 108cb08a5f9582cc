using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>How much of the envelope is given and paid, and what is left of it.</summary>
internal static class EnvelopeTakeaway
{
    public static string Of(EnvelopeWaterfall figure, ChartText text)
    {
        var sum = figure.Sum;
        return figure.Editions.IsEmpty || (!figure.HasEnvelope && sum.Granted == Money.Zero)
                ? text["Envelope_Takeaway_None"]
            : !figure.HasEnvelope
                ? text.Of(
                    "Envelope_Takeaway_Granted",
                    text.ShortMoney(sum.Granted),
                    text.ShortMoney(sum.Contracted),
                    text.ShortMoney(sum.Paid),
                    text.Share(sum.Paid, sum.Granted),
                    text.ShortMoney(sum.Remaining)
                )
            : sum.Granted == Money.Zero
                ? text.Of("Envelope_Takeaway_Whole", text.ShortMoney(sum.Envelope), text.ShortMoney(sum.Left))
            : text.Of(
                sum.Left == Money.Zero ? "Envelope_Takeaway_Full" : "Envelope_Takeaway_Left",
                text.ShortMoney(sum.Envelope),
                text.ShortMoney(sum.Granted),
                text.Share(sum.Granted, sum.Envelope),
                text.ShortMoney(sum.Paid),
                text.ShortMoney(sum.Left)
            );
    }
}
