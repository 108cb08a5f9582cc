using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard.Web.Budgets;

/// <summary>How amounts are written: whole euros in headlines, cents wherever it is a ledger.</summary>
internal static class MoneyText
{
    public static string Whole(this Money amount) => amount.Written(CultureInfo.CurrentCulture);

    public static string Exact(this Money amount) => amount.WrittenToTheCent(CultureInfo.CurrentCulture);

    public static string Exact(this Money? amount) => amount?.Exact() ?? "–";

    /// <summary>As a field takes it back: « 12345,60 ».</summary>
    public static string Typed(this Money amount) => amount.Euros.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>A part of 1 as a percentage; a dash where it is not known.</summary>
    public static string Share(decimal? share) => share?.ToString("P0", CultureInfo.CurrentCulture) ?? "–";
}
