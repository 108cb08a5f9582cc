using System.Globalization;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>What an edition is called: of one that the viewer may not know of, its number.</summary>
internal static class EditionNames
{
    public static string Of(int edition, BudgetFacts facts, FigureScope scope) =>
        facts.Editions.GetValueOrDefault(edition)?.Name
        ?? scope.Editions.FirstOrDefault(one => one.Number == edition)?.Name
        ?? edition.ToString(CultureInfo.InvariantCulture);
}
