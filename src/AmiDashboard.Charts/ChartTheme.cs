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

    public static ChartPalette Of(ChartTheme theme) => theme == ChartTheme.Dark ? Dark : Light;
}
