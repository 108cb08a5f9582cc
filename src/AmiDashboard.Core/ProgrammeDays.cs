namespace AmiDashboard.Core;

/// <summary>
/// The days that somebody may mean. What lies outside is a slip of the keyboard or a trial: an address is read as if it
/// did not say it, and an operation that would keep it is refused.
/// </summary>
public static class ProgrammeDays
{
    /// <summary>In Paris, included.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>In Paris, included.</summary>
    public static readonly DateOnly Last = new(2100, 12, 31);

    /// <summary>Why such a day is not kept.</summary>
    public static readonly Refusal Unmeant = new("Refusal_Day", First.Year, Last.Year);

    public static bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>Null for an instant of such a day.</summary>
    /// <param name="instant">UTC.</param>
    public static Refusal? Check(DateTime instant) => Holds(ParisTime.DayOf(instant)) ? null : Unmeant;
}
