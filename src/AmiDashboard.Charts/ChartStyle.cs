using System.Globalization;

namespace AmiDashboard.Charts;

/// <summary>How a chart is drawn: equal styles and figures give equal bytes.</summary>
/// <param name="Width">Pixels, from 280 to 4000.</param>
/// <param name="Height">Pixels, from 120 to 4000.</param>
public sealed record ChartStyle(ChartTheme Theme, CultureInfo Culture, int Width, int Height)
{
    internal const float FontSize = 13;

    internal ChartPalette Palette => ChartPalette.Of(Theme);

    internal bool IsNarrow => Width < 480;
}
