using System.Globalization;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A report's month, in words and in an address.</summary>
internal static class ReportMonth
{
    /// <summary>« octobre 2026 ».</summary>
    public static string Written(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>« 2026-10 »: where it stands in the page.</summary>
    public static string Anchor(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
