using ScottPlot;

namespace AmiDashboard.Charts;

public enum ChartTheme
{
    Light,
    Dark,
}

/// <summary>
/// Colours of a theme, from the State's chart colours. Marks reach 3:1 against <see cref="Ground"/>, texts 4.5:1: a test
/// computes it.
/// </summary>
public sealed record ChartPalette
{
    private static readonly ChartPalette Light = new()
    {
        Ground = Color.FromHex("#FFFFFF"),
        Text = Color.FromHex("#3A3A3A"),
        Quiet = Color.FromHex("#666666"),
        Line = Color.FromHex("#DDDDDD"),
        Mark = Color.FromHex("#5C68E5"),
        Neutral = Color.FromHex("#767676"),
        Accent = Color.FromHex("#E91719"),
        Good = Color.FromHex("#298641"),
        Low = Color.FromHex("#DBDAFF"),
        High = Color.FromHex("#00005F"),
    };

    private static readonly ChartPalette Dark = new()
    {
        Ground = Color.FromHex("#242424"),
        Text = Color.FromHex("#CECECE"),
        Quiet = Color.FromHex("#A0A0A0"),
        Line = Color.FromHex("#3F3F3F"),
        Mark = Color.FromHex("#8585F6"),
        Neutral = Color.FromHex("#A4A4A4"),
        Accent = Color.FromHex("#E16834"),
        Good = Color.FromHex("#449D57"),
        Low = Color.FromHex("#3647CA"),
        High = Color.FromHex("#B8B9FF"),
    };

    /// <summary>The card's own background.</summary>
    public required Color Ground { get; init; }

    public required Color Text { get; init; }

    public required Color Quiet { get; init; }

    /// <summary>Axes and grid: decoration, not information.</summary>
    public required Color Line { get; init; }

    public required Color Mark { get; init; }

    /// <summary>Marks of what is over or apart: earlier editions, « others », « not given ».</summary>
    public required Color Neutral { get; init; }

    public required Color Accent { get; init; }

    public required Color Good { get; init; }

    /// <summary>Where a shade stands for a value: that of the least, the nearest to the ground.</summary>
    public required Color Low { get; init; }

    public required Color High { get; init; }

    /// <summary>From <see cref="Low"/> for 0 to <see cref="High"/> for 1.</summary>
    public Color Shade(double share)
    {
        var part = Math.Clamp(share, 0, 1);
        return new Color(Between(Low.R, High.R), Between(Low.G, High.G), Between(Low.B, High.B));

        byte Between(byte low, byte high) => (byte)Math.Round(low + ((high - low) * part));
    }

    /// <summary>Black or white, whichever contrasts more: one of them reaches 4.5:1 on any colour.</summary>
    public static Color InkOn(Color fill)
    {
        // Where black and white contrast alike: (L + .05)² = 1.05 × .05.
        const double Even = .1791;
        var light = (.2126 * Linear(fill.R)) + (.7152 * Linear(fill.G)) + (.0722 * Linear(fill.B));
        return light > Even ? Colors.Black : Colors.White;
    }

    public static ChartPalette Of(ChartTheme theme) => theme == ChartTheme.Dark ? Dark : Light;

    /// <summary>Relative luminance of a channel, as WCAG 2.1 defines it.</summary>
    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= .04045 ? share / 12.92 : Math.Pow((share + .055) / 1.055, 2.4);
    }
}
