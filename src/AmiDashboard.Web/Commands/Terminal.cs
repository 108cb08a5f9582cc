namespace AmiDashboard.Web.Commands;

/// <summary>Where a verb writes: its result to <paramref name="Output"/>, why it was not done and how far it is to <paramref name="Error"/>.</summary>
internal sealed record Terminal(TextWriter Output, TextWriter Error);
