using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>
/// A filled diamond. ScottPlot's own leaves its path to the garbage collector, which may free it while Skia still draws it
/// (SkiaSharp#2821): corners were missing from drawings, and the process ended in a segmentation fault.
/// </summary>
internal sealed class DiamondMark : IMarker
{
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        var radius = size / 2;
        using var path = new SKPath();
        path.AddPoly([
            new SKPoint(center.X + radius, center.Y),
            new SKPoint(center.X, center.Y + radius),
            new SKPoint(center.X - radius, center.Y),
            new SKPoint(center.X, center.Y - radius),
        ]);
        ScottPlot.Drawing.FillPath(canvas, paint, path, markerStyle.FillStyle, new PixelRect(center, radius));
        ScottPlot.Drawing.DrawPath(canvas, paint, path, markerStyle.OutlineStyle);
    }
}
