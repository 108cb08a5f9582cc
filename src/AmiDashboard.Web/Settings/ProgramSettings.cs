using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Storage;

namespace AmiDashboard.Web.Settings;

/// <summary>Every setting of the program, read once and checked before anything starts.</summary>
/// <param name="Source">Not configured where no démarche is named: nothing is synchronised then.</param>
/// <param name="Mail">A folder where no mail server is configured.</param>
public sealed record ProgramSettings(
    DatabaseSettings Database,
    SignInSettings SignIn,
    SessionSettings Session,
    DemarchesSimplifieesSettings Source,
    DemonstrationSettings Demonstration,
    MailSettings Mail,
    ApiSettings Api,
    LimitSettings Limits
)
{
    /// <summary>Throws <see cref="SettingsException"/> at the first wrong setting.</summary>
    public static ProgramSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        HostSettings.Check(configuration, environment);
        return new(
            DatabaseSection.Read(configuration, environment),
            SignInSettings.Read(configuration, environment),
            SessionSettings.Read(configuration),
            SourceSettings.Read(configuration),
            DemonstrationSettings.Read(configuration, environment),
            MailSettings.Read(configuration, environment),
            ApiSettings.Read(configuration),
            LimitSettings.Read(configuration)
        );
    }
}
