namespace AmiDashboard.Web.Settings;

/// <summary>
/// The names that the program answers to (<c>AllowedHosts</c>, which the web server reads by itself). Addresses of sign-in
/// and of messages are made of the name that a request brings: outside Development they must be named.
/// </summary>
internal static class HostSettings
{
    private const string Name = "AllowedHosts";

    /// <summary>What the web server takes for « any name », as a part of the list.</summary>
    private static readonly string[] Any = ["*", "[::]", "0.0.0.0"];

    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        var names = (configuration[Name] ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (names.Length == 0)
        {
            throw Wrong("is missing");
        }

        if (Array.Exists(names, name => Any.Contains(name, StringComparer.Ordinal)))
        {
            throw Wrong($"is « {configuration[Name]} », any name that a request makes up");
        }
    }

    private static SettingsException Wrong(string what) =>
        new(
            Name,
            $"The setting {Name} {what}; write the names that this site is reached by, as ami.example.fr (in appsettings.json, or as the environment variable {Name})."
        );
}
