using AmiDashboard.Exchange.Mail;
using AmiDashboard.Web.Dashboards;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Composition;

/// <summary>Digests and alerts, and who carries them: the mail server of the settings, or a folder.</summary>
internal static class MailServices
{
    public static void Add(IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(provider => new MailFolder(
            settings.Folder,
            settings.From,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IPostman>(provider =>
            settings.Server is { } server
                ? ActivatorUtilities.CreateInstance<SmtpPostman>(provider, server)
                : provider.GetRequiredService<MailFolder>()
        );
        services.AddSingleton<AlertProjects>();
        services.AddSingleton<DigestComposer>();
        services.AddSingleton<DigestMail>();
        services.AddSingleton<SendDigests>();
        services.AddSingleton<SendSample>();
        services.AddHostedService<DigestService>();
    }
}
