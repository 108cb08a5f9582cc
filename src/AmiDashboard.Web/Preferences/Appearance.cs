namespace AmiDashboard.Web.Preferences;

/// <summary>What a person chose: light, dark, or as their system is.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>
/// How pages look for this person, from two cookies: <c>theme</c> is their choice, <c>scheme</c> what the browser made of
/// it, so that the server draws in the colours that are shown. In a circuit it follows the browser by
/// <see cref="SetDark"/>.
/// </summary>
public sealed class Appearance
{
    internal const string ThemeCookie = "theme";
    internal const string SchemeCookie = "scheme";

    public Theme Theme { get; private set; } = Theme.System;

    public bool IsDark { get; private set; }

    /// <summary>Raised in the circuit's own thread once <see cref="IsDark"/> is another.</summary>
    public event Action? Changed;

    internal void Read(HttpRequest request)
    {
        Theme = request.Cookies[ThemeCookie] switch
        {
            "light" => Theme.Light,
            "dark" => Theme.Dark,
            _ => Theme.System,
        };
        IsDark = Theme == Theme.Dark || (Theme == Theme.System && request.Cookies[SchemeCookie] == "dark");
    }

    internal void Restore(Theme theme, bool isDark) => (Theme, IsDark) = (theme, isDark);

    internal void SetDark(bool isDark)
    {
        if (isDark != IsDark)
        {
            IsDark = isDark;
            Changed?.Invoke();
        }
    }
}
