using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>What a note may say, who reads it, who pins it and who takes it back.</summary>
public static class ChartNoteRules
{
    /// <summary>Characters.</summary>
    public const int LongestText = 280;

    /// <summary>Asked of whoever reads notes, besides the right of their chart.</summary>
    public const Right ToRead = Right.SeeFigures;

    /// <summary>The text on one line, as it is kept: what no page can hold is left out.</summary>
    public static string TextOf(string? typed) =>
        string.Join(
            ' ',
            (PlainText.Of(typed) ?? "").Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );

    /// <summary>Why a note cannot be kept, whoever writes it; null where it can.</summary>
    /// <param name="text">As <see cref="TextOf"/> gives it.</param>
    public static Refusal? Check(string chart, DateOnly? day, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NotedCharts.RightOf(chart) is null ? new Refusal("Refusal_NoteChart")
            : day is not { } pinned || !ProgrammeDays.Holds(pinned)
                ? new Refusal("Refusal_NoteDay", ProgrammeDays.First.Year, ProgrammeDays.Last.Year)
            : text.Length == 0 ? new Refusal("Refusal_NoteEmpty")
            : text.Length > LongestText ? new Refusal("Refusal_NoteTooLong", LongestText, text.Length)
            : null;
    }

    /// <summary>
    /// Whether somebody reads the notes of a chart that are of an edition: the chart must be theirs to see, and the whole
    /// edition. One that speaks of every edition (null) is read by whoever sees a whole one.
    /// </summary>
    public static bool MayRead(Viewer viewer, string chart, int? edition) =>
        ReachOf(viewer, chart) is { } reach && (edition is { } number ? reach.Covers(number) : reach.CoversAny);

    /// <summary>Why somebody may not pin one: a note that speaks of every edition asks for all of them.</summary>
    public static Refusal? CheckAuthor(Viewer viewer, string chart, int? edition)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Right.Annotate) || ReachOf(viewer, chart) is not { } reach)
        {
            return Refusal.NoRight;
        }

        var hand = viewer.PerimeterOf(Right.Annotate);
        return edition is { } number
            ? hand.Covers(number) && reach.Covers(number)
                ? null
                : new Refusal("Refusal_NoteOtherEdition")
            : hand.IsEverything && reach.IsEverything
                ? null
                : new Refusal("Refusal_NoteEveryEdition");
    }

    /// <summary>Its author, or an administrator of its edition; of every edition where it speaks of all.</summary>
    public static bool MayWithdraw(Viewer viewer, ChartNote note)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(note);
        return viewer.IsProduct
            || (
                viewer.Can(Right.Annotate)
                && MayRead(viewer, note.Chart, note.Edition)
                && (
                    note.PersonId == viewer.PersonId
                    || viewer.Profiles.Any(held => IsAdministratorOf(held, note.Edition))
                )
            );
    }

    private static bool IsAdministratorOf(HeldProfile held, int? edition) =>
        held.Profile == Profile.Administrator
        && (edition is { } number ? held.Perimeter.Covers(number) : held.Perimeter.IsEverything);

    /// <summary>What of a chart's facts is within reach; null for who may not see the chart, or read notes.</summary>
    private static Perimeter? ReachOf(Viewer viewer, string chart)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return NotedCharts.RightOf(chart) is { } right && viewer.Can(ToRead) && viewer.Can(right)
            ? viewer.PerimeterOf(right)
            : null;
    }
}
