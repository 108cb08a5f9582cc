namespace AmiDashboard.Web.Settings;

/// <summary>Whether an empty database is filled with the demonstration programme, and the banner shown.</summary>
public sealed record DemonstrationSettings(bool Enabled)
{
    internal static DemonstrationSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = new SettingsSection(configuration, "Demonstration", "Enabled");
        var enabled = section.YesOrNo("Enabled") ?? environment.IsDevelopment();
        return enabled && !environment.IsDevelopment()
            ? throw section.Wrong(
                "Enabled",
                $"is true in the environment {environment.EnvironmentName}; invented data belong to Development only: set it to false"
            )
            : new DemonstrationSettings(enabled);
    }
}
