namespace AmiDashboard.Web.Settings;

/// <summary>A setting that stops the start. The message is one plain sentence: the setting, what is wrong, the remedy.</summary>
public sealed class SettingsException(string setting, string sentence) : Exception(sentence)
{
    /// <summary>Full name of the setting, sections joined by « : ».</summary>
    public string Setting { get; } = setting;
}
