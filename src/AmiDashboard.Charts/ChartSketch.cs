using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>A chart for a document.</summary>
/// <param name="Paint">Draws it at the canvas' origin, in the style's pixels: once for each call, always the same.</param>
public sealed record ChartSketch(
    string Title,
    string Takeaway,
    ChartTable Table,
    bool IsEmpty,
    ChartStyle Style,
    Action<SKCanvas> Paint
);
