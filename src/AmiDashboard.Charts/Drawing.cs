using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>A chart ready for a page: its SVG, what can be pointed at, what it says in words and in a table.</summary>
public sealed record Drawing(
    string Svg,
    ImmutableArray<HitArea> Areas,
    string Takeaway,
    ChartTable Table,
    bool IsEmpty
);

/// <summary>A mark that can be pointed at, in pixels of the drawing.</summary>
/// <param name="Label">Says the mark and its value.</param>
/// <param name="Rows">Lists exactly the applications it counts; null where no filter can say it (« others »).</param>
/// <param name="Value">How many applications it counts.</param>
public sealed record HitArea(
    double X,
    double Y,
    double Width,
    double Height,
    string Label,
    ApplicationFilter? Rows,
    int Value
);
