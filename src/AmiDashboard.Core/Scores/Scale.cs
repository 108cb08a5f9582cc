using System.Globalization;
using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Scores;

/// <summary>A score as given, in whole hundredths of a point: never floating point, and never 0 for « not scored ».</summary>
public readonly record struct Score(int Hundredths) : IComparable<Score>
{
    public decimal Points => Hundredths / 100m;

    public static Score FromPoints(decimal points) => new((int)(points * 100));

    public int CompareTo(Score other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>« 3,5 » in French, « 3.5 » in English.</summary>
    public string Written(CultureInfo culture) => Points.ToString("0.##", culture);

    public static bool operator <(Score left, Score right) => left.CompareTo(right) < 0;

    public static bool operator >(Score left, Score right) => left.CompareTo(right) > 0;

    public static bool operator <=(Score left, Score right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Score left, Score right) => left.CompareTo(right) >= 0;
}

/// <summary>What an edition's reviewers score on: from 0 to <paramref name="Most"/> by <paramref name="Step"/>.</summary>
/// <param name="Most">From 1 to 100 points.</param>
/// <param name="Step">A part of a point that divides <paramref name="Most"/>; at most <see cref="MostLevels"/> levels.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Scale(Score Most, Score Step)
{
    /// <summary>Beyond it a scale is no longer chosen from but guessed on.</summary>
    public const int MostLevels = 101;

    public static readonly Scale FiveByHalves = new(new(500), new(50));
    public static readonly Scale TwentyByOnes = new(new(2000), new(100));

    public bool IsSound =>
        Most.Hundredths is >= 100 and <= 10_000
        && Step.Hundredths > 0
        && Most.Hundredths % Step.Hundredths == 0
        && (Most.Hundredths / Step.Hundredths) + 1 <= MostLevels;

    public IEnumerable<Score> Levels
    {
        get
        {
            for (var level = 0; level <= Most.Hundredths; level += Step.Hundredths)
            {
                yield return new Score(level);
            }
        }
    }

    public bool Admits(Score score) =>
        score.Hundredths >= 0 && score <= Most && score.Hundredths % Step.Hundredths == 0;
}
