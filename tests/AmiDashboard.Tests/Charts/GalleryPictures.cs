using AmiDashboard.House;

namespace AmiDashboard.Charts;

/// <summary>
/// The gallery in <c>artifacts/gallery</c>, to be looked at: written where the environment variable <c>AMI_PICTURES</c>
/// asks for it, since thousands of pictures take longer than what is judged of them.
/// </summary>
internal static class GalleryPictures
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "gallery");

    private static readonly bool AreAsked = Environment.GetEnvironmentVariable("AMI_PICTURES") is { Length: > 0 };

    /// <param name="png">Drawn for French readers alone: what differs by language is its words.</param>
    public static void Keep(string name, ChartStyle style, string svg, Func<byte[]>? png = null)
    {
        if (!AreAsked)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        var language = style.Culture.TwoLetterISOLanguageName;
        var file = Path.Combine(Folder, $"{name}-{style.Width}-{style.Theme}-{language}");
        File.WriteAllText($"{file}.svg", svg);
        if (language == "fr" && png is not null)
        {
            File.WriteAllBytes($"{file}.png", png());
        }
    }
}
