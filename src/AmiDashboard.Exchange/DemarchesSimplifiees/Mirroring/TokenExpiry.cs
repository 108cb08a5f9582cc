using AmiDashboard.Core;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>How long the access token is still good for, by the settings.</summary>
/// <param name="Day">The last day (Paris) it is good for.</param>
/// <param name="DaysLeft">0 on the last day; below it once expired.</param>
public sealed record TokenExpiry(DateOnly Day, int DaysLeft)
{
    public const int WarnedBefore = 30;

    /// <summary>Null where the settings do not say.</summary>
    public static TokenExpiry? Of(DemarchesSimplifieesSettings settings, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings is { IsConfigured: true, TokenExpires: { } day }
            ? new(day, day.DayNumber - ParisTime.DayOf(now).DayNumber)
            : null;
    }

    /// <summary>Null while there is nothing to do.</summary>
    public string? Warning =>
        DaysLeft < 0 ? SyncTexts.Of("Token_Expired", Day)
        : DaysLeft <= WarnedBefore ? SyncTexts.Of("Token_ExpiresSoon", Day, DaysLeft)
        : null;
}
