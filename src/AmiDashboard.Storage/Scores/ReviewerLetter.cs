namespace AmiDashboard.Storage.Scores;

/// <summary>What stands for a reviewer where their name is not to be known: A, B, … Z, AA, AB, …</summary>
internal static class ReviewerLetter
{
    /// <param name="index">From 0, in the order of the edition's reviewers.</param>
    public static string Of(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{Of((index / 26) - 1)}{(char)('A' + (index % 26))}";
}
