using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Web.Budgets;

/// <summary>The money of the filter in a few amounts, each named as <c>data-figure</c> and its label are.</summary>
internal static class BudgetHeadline
{
    public static IReadOnlyList<(string Name, Money Amount)> Of(EnvelopeWaterfall waterfall)
    {
        var sum = waterfall.Sum;
        return
        [
            .. waterfall.HasEnvelope ? [("envelope", sum.Envelope)] : ((string, Money)[])[],
            ("granted", sum.Granted),
            ("committed", sum.Committed),
            ("contracted", sum.Contracted),
            ("paid", sum.Paid),
            ("remaining", sum.Remaining),
            .. waterfall.HasEnvelope ? [("left", sum.Left)] : ((string, Money)[])[],
        ];
    }
}
