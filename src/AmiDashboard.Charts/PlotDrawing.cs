using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>Puts a plot on a canvas.</summary>
internal static class PlotDrawing
{
    /// <summary>
    /// ScottPlot draws until the axes stand still, so that the first drawing of a plot is always followed by a second one over
    /// it. Here the first goes nowhere: a file holds each mark once.
    /// </summary>
    /// <param name="width">In pixels of the drawing, as <paramref name="height"/>.</param>
    public static void DrawOn(this Plot plot, SKCanvas canvas, int width, int height)
    {
        using (var nowhere = new SKNoDrawCanvas(width, height))
        {
            plot.Render(nowhere, width, height);
        }

        plot.Render(canvas, width, height);
    }
}
