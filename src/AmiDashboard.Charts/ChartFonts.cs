using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>
/// The font of every chart, shipped in <c>wwwroot/fonts</c>: what the server measures with it, the browser shows with it.
/// </summary>
public static class ChartFonts
{
    public const string Name = "Noto Sans";

    /// <summary>Registers the font once for the process; throws where a file is missing or broken, for a fallback would be silent.</summary>
    /// <param name="folder">Holds <c>NotoSans-Regular.ttf</c> and <c>NotoSans-Bold.ttf</c>.</param>
    public static void Register(string folder)
    {
        foreach (var (file, bold) in new[] { ("NotoSans-Regular.ttf", false), ("NotoSans-Bold.ttf", true) })
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"The font of the charts is missing: {path}", path);
            }

            using var face = SKTypeface.FromFile(path);
            if (face?.FamilyName != Name)
            {
                throw new InvalidDataException($"The font of the charts cannot be read, or is another: {path}");
            }

            Fonts.AddFontFile(Name, path, bold, italic: false);
        }

        Fonts.Default = Name;
    }
}
