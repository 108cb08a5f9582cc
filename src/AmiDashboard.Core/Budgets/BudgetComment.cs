namespace AmiDashboard.Core.Budgets;

/// <summary>What is said of a project's money, for SGPI's table. Added, never edited; the last one is shown.</summary>
public sealed class BudgetComment
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public const int LongestText = 2000;
}
