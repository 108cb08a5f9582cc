namespace AmiDashboard.Core.People;

/// <summary>
/// What opens something in a person's stead, without their signing in, opens nothing once they have not signed in for so
/// long: somebody who left is not always said to have left. It wakes at their next sign-in.
/// </summary>
public static class KeySleep
{
    public const int AfterDays = 90;

    /// <param name="lastSignInAt">UTC, the owner's.</param>
    /// <param name="now">UTC.</param>
    public static bool Sleeps(DateTime lastSignInAt, DateTime now) =>
        now - lastSignInAt >= TimeSpan.FromDays(AfterDays);
}
