using System.Globalization;
using System.Net.Mail;

namespace AmiDashboard.Web.Settings;

/// <summary>One section of the settings, read value by value; every wrong one is refused in a sentence.</summary>
internal sealed class SettingsSection
{
    private readonly IConfigurationSection section;

    /// <summary>Refuses a name that is not known: a slip of the keyboard would else be ignored in silence.</summary>
    public SettingsSection(IConfiguration configuration, string name, params string[] known)
    {
        section = configuration.GetSection(name);
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw Wrong(child.Key, $"is not known; the settings of {name} are {string.Join(", ", known)}");
            }
        }
    }

    public string? Text(string key) => string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    public string Required(string key, string remedy) => Text(key) ?? throw Wrong(key, $"is missing; {remedy}");

    public bool? YesOrNo(string key) =>
        Text(key) is not { } text ? null
        : bool.TryParse(text, out var value) ? value
        : throw Wrong(key, $"is « {text} »; write true or false");

    public int? Number(string key, int least, int most) =>
        Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= least
        && value <= most
            ? value
        : throw Wrong(key, $"is « {text} »; write a whole number from {least} to {most}");

    public DateOnly? Day(string key) =>
        Text(key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var value) ? value
        : throw Wrong(key, $"is « {text} »; write a day as 2027-01-31");

    public TimeSpan? Duration(string key, TimeSpan least, TimeSpan most) =>
        Text(key) is not { } text ? null
        : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
        && value >= least
        && value <= most
            ? value
        : throw Wrong(key, $"is « {text} »; write hours, minutes and seconds from {least:c} to {most:c}");

    /// <summary>An absolute address, https unless the host is this machine: a secret would travel in clear.</summary>
    public Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        return
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw Wrong(key, $"is « {text} »; write a full address that begins with https://");
    }

    public string? Mail(string key) =>
        Text(key) is not { } text ? null
        : MailAddress.TryCreate(text, out var address) && address.Address == text ? text
        : throw Wrong(key, $"is « {text} »; write one e-mail address");

    public SettingsException Wrong(string key, string what)
    {
        var name = $"{section.Path}:{key}";
        return new SettingsException(
            name,
            $"The setting {name} {what} (in appsettings.json, or as the environment variable {name.Replace(":", "__", StringComparison.Ordinal)})."
        );
    }
}
