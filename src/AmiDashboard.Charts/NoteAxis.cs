namespace AmiDashboard.Charts;

/// <summary>Where a day stands on a chart that follows time: what lets a note be drawn there.</summary>
/// <param name="At">The middle of a Paris day on the horizontal axis; null for a day that the axis does not reach.</param>
internal sealed record NoteAxis(Func<DateOnly, double?> At)
{
    /// <summary>Coordinate at which the lines of notes end below.</summary>
    public double Foot { get; init; }

    /// <summary>Coordinates between which lines may stand, where texts are between them; null from the foot to the top.</summary>
    public IReadOnlyList<(double Low, double High)>? Spans { get; init; }
}
