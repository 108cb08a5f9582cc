namespace AmiDashboard.Core.Editions;

/// <summary>What an edition may be, whoever writes it and by whatever way.</summary>
public static class EditionRules
{
    public const int LargestNumber = 99;
    public const int LongestName = 200;
    public const int LongestAction = 200;

    /// <summary>Whole months, five years.</summary>
    public const int LongestSupport = 60;

    /// <summary>Null where it may be kept.</summary>
    public static Refusal? Check(Edition wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return wanted switch
        {
            { Number: < 1 or > LargestNumber } => new Refusal("Refusal_EditionNumber", LargestNumber),
            _ when string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Length > LongestName => new Refusal(
                "Refusal_EditionName",
                LongestName
            ),
            { Action.Length: > LongestAction } => new Refusal("Refusal_EditionAction", LongestAction),
            _ when wanted.Deadline <= wanted.OpensAt => new Refusal("Refusal_DeadlineBeforeOpening"),
            _ when wanted.ResultsOn < ParisTime.DayOf(wanted.Deadline) => new Refusal("Refusal_ResultsBeforeDeadline"),
            { SupportMonths: < 1 or > LongestSupport } => new Refusal("Refusal_SupportMonths", LongestSupport),
            _ => null,
        };
    }
}
