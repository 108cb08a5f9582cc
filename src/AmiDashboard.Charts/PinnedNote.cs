namespace AmiDashboard.Charts;

/// <summary>What somebody said of a day, as a chart shows it.</summary>
/// <param name="Number">From 1, in the order of days.</param>
/// <param name="Day">Paris day.</param>
/// <param name="Text">One line of plain text.</param>
/// <param name="By">Its author's name.</param>
public sealed record PinnedNote(int Number, DateOnly Day, string Text, string By);
