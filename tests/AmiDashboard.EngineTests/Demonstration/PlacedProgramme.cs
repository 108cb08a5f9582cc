using AmiDashboard.Engines;
using AmiDashboard.Storage.Demonstration;

namespace AmiDashboard.Demonstration;

/// <summary>The demonstration programme as it stands on a day in the middle of its third edition.</summary>
internal static class PlacedProgramme
{
    /// <summary>UTC.</summary>
    public static readonly DateTime Today = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static readonly FilledStore Placed = new(
        store => store.DoAsync<PlaceProgramme, PlaceProgramme.Request, int>(new()),
        Today
    );

    public static Task<TestStore> CopyAsync(TestEngine engine) => Placed.CopyAsync(engine);
}
