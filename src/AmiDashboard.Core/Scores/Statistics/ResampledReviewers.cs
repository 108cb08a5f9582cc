namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Which reviewers a draw takes, with replacement. Each draw has its own numbers, from the seed and its index alone, so
/// that threads may take draws in any order: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct ResampledReviewers
{
    private ulong state;

    private ResampledReviewers(int seed, int draw) =>
        // Mixed once, so that neighbouring draws do not walk along the same sequence.
        state = Mix(((ulong)(uint)seed << 32) | (uint)draw);

    /// <param name="copies">How often each reviewer is drawn; their sum is the number of reviewers.</param>
    public static void Draw(int seed, int draw, Span<double> copies)
    {
        var numbers = new ResampledReviewers(seed, draw);
        copies.Clear();
        for (var taken = 0; taken < copies.Length; taken++)
        {
            copies[numbers.Below(copies.Length)]++;
        }
    }

    /// <summary>From 0, uniform but for 2⁻³² of unevenness at most.</summary>
    private int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)(((Mix(state) >> 32) * (ulong)limit) >> 32);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
