using AmiDashboard.Web.SignIn.Development;

namespace AmiDashboard.Web.Settings;

/// <summary>
/// Who answers for people's identity. <c>AzureAd:*</c> are Microsoft.Identity.Web's own names and are bound by it; here
/// it is only checked that they are there, and that Production never trusts the personas of Development.
/// </summary>
/// <param name="UsesEmbeddedProvider">True in Development where no provider is configured.</param>
public sealed record SignInSettings(bool UsesEmbeddedProvider)
{
    internal static SignInSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var instance = Value("Instance");
        if (instance is null && environment.IsDevelopment())
        {
            return new SignInSettings(UsesEmbeddedProvider: true);
        }

        if (instance is null)
        {
            throw Wrong("Instance", "is missing; write https://login.microsoftonline.com/");
        }

        if (!Uri.TryCreate(instance, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            throw Wrong("Instance", $"is « {instance} »; write a full address that begins with https://");
        }

        if (
            address.IsLoopback
            || address.AbsolutePath.StartsWith(EmbeddedProvider.Path, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw Wrong(
                "Instance",
                $"is « {instance} », the sign-in of Development, where anybody may be anybody; write the address of the real provider"
            );
        }

        if (!Guid.TryParse(Value("TenantId"), out var tenant) || tenant == EmbeddedProvider.Tenant)
        {
            throw Wrong("TenantId", "is not the identifier of a tenant; write the GUID that Entra ID shows");
        }

        return Guid.TryParse(Value("ClientId"), out _)
            ? new SignInSettings(UsesEmbeddedProvider: false)
            : throw Wrong("ClientId", "is not the identifier of an application; write the GUID that Entra ID shows");

        string? Value(string key) =>
            configuration[$"AzureAd:{key}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

        static SettingsException Wrong(string key, string what) =>
            new(
                $"AzureAd:{key}",
                $"The setting AzureAd:{key} {what} (in appsettings.json, or as the environment variable AzureAd__{key})."
            );
    }
}
