using AmiDashboard.Charts.Documents;

namespace AmiDashboard.Web.Dashboards;

/// <summary>How an address says a report's shape.</summary>
internal static class ReportAddress
{
    public const string Shape = "forme";
    public const string Plan = "tableau";
    private const string Slides = "diapositives";

    public static ReportShape ShapeOf(string? text) => text == Slides ? ReportShape.Slides : ReportShape.Pages;

    public static string? Of(ReportShape shape) => shape == ReportShape.Slides ? Slides : null;
}
