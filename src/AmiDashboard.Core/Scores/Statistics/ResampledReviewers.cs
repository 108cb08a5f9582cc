namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Which reviewers a draw takes, with replacement. Each draw has its own numbers (<see cref="SplitMix64"/>), so that threads
/// may take draws in any order.
/// </summary>
internal static class ResampledReviewers
{
    /// <param name="copies">How often each reviewer is drawn; their sum is the number of reviewers.</param>
    public static void Draw(int seed, int draw, Span<double> copies)
    {
        var numbers = SplitMix64.Of(seed, draw);
        copies.Clear();
        for (var taken = 0; taken < copies.Length; taken++)
        {
            copies[numbers.Below(copies.Length)]++;
        }
    }
}
