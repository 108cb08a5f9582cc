using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Prototypes;

/// <summary>What a sheet begins with: what the application and the plan say already, to be put in order by the team.</summary>
public static class SheetBeginning
{
    /// <param name="reading">Null once the dossier is purged, or where it may not be seen.</param>
    /// <param name="today">The Paris day.</param>
    public static SheetText Of(Prototype prototype, ApplicationReading? reading, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(prototype);
        return new SheetText(
            Short(reading?.Title) ?? prototype.Title,
            prototype.StartsOn,
            prototype.EndsOn,
            Short(reading?.Organisation),
            prototype.EndsOn < today ? SheetStatus.Finished : SheetStatus.UnderWay,
            null,
            reading is { Techniques.IsEmpty: false } ? Short(string.Join(", ", reading.Techniques)) : null,
            Short(reading?.Ministry),
            prototype.Repository,
            null,
            Short(reading?.Summary),
            Short(reading?.Benefits),
            null,
            null,
            null,
            null
        ).Tidy();
    }

    private static string? Short(string? text) =>
        text?.Length > Prototype.LongestText ? text[..Prototype.LongestText] : text;
}
