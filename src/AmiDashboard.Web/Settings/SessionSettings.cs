namespace AmiDashboard.Web.Settings;

/// <summary>How long a sign-in holds.</summary>
/// <param name="Lifetime">From the sign-in on, however busy the person is.</param>
public sealed record SessionSettings(TimeSpan Lifetime)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(10);

    /// <summary>How long it holds without a request.</summary>
    public TimeSpan Idle => Lifetime < LongestIdle ? Lifetime : LongestIdle;

    internal static SessionSettings Read(IConfiguration configuration) =>
        new(
            new SettingsSection(configuration, "Session", nameof(Lifetime)).Duration(
                nameof(Lifetime),
                Shortest,
                Longest
            )
                ?? Usual
        );
}
