using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>Contrast as WCAG 2.1 defines it (relative luminance): 4.5 for text, 3 for marks, on the card's ground.</summary>
public sealed class ChartPaletteTests
{
    public static TheoryData<ChartTheme> Themes => [.. Enum.GetValues<ChartTheme>()];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Texts_stand_out_from_the_ground(ChartTheme theme)
    {
        var palette = ChartPalette.Of(theme);

        // Curves are named in their own colour, the deadline in its accent.
        Color[] texts = [palette.Text, palette.Quiet, palette.Mark, palette.Neutral, palette.Accent];
        Assert.All(texts, color => Assert.True(Contrast(color, palette.Ground) >= 4.5, $"{color}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Marks_stand_out_from_the_ground(ChartTheme theme)
    {
        var palette = ChartPalette.Of(theme);

        Color[] marks = [palette.Mark, palette.Neutral, palette.Accent, palette.Good];
        Assert.All(marks, color => Assert.True(Contrast(color, palette.Ground) >= 3, $"{color}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_shade_goes_from_low_to_high_and_its_text_stands_out_from_it(ChartTheme theme)
    {
        var palette = ChartPalette.Of(theme);

        Assert.Equal((palette.Low, palette.High), (palette.Shade(-1), palette.Shade(2)));
        Color[] shades = [.. Enumerable.Range(0, 101).Select(percent => palette.Shade(percent / 100.0))];
        var contrasts = shades.Select(shade => Contrast(shade, palette.Ground)).ToList();
        Assert.Equal(contrasts.Order(), contrasts);
        Assert.All(shades, shade => Assert.True(Contrast(ChartPalette.InkOn(shade), shade) >= 4.5, $"{shade}"));
    }

    [Fact]
    public void Ink_is_black_or_white_whichever_stands_out()
    {
        foreach (var gray in Enumerable.Range(0, 256).Select(value => new Color((byte)value, (byte)value, (byte)value)))
        {
            var ink = ChartPalette.InkOn(gray);
            var other = ink == Colors.Black ? Colors.White : Colors.Black;
            Assert.True(Contrast(ink, gray) >= Contrast(other, gray), $"{gray}");
        }
    }

    [Fact]
    public void Contrast_is_measured_as_the_norm_has_it()
    {
        Assert.Equal(21, Contrast(Colors.Black, Colors.White), 6);
        Assert.Equal(4.54, Contrast(Color.FromHex("#767676"), Colors.White), 2);
    }

    private static double Contrast(Color one, Color other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + .05) / (dark + .05);
    }

    private static double Luminance(Color color) =>
        (.2126 * Linear(color.R)) + (.7152 * Linear(color.G)) + (.0722 * Linear(color.B));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= .04045 ? share / 12.92 : Math.Pow((share + .055) / 1.055, 2.4);
    }
}
