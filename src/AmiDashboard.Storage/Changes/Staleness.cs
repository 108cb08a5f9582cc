namespace AmiDashboard.Storage.Changes;

/// <summary>What a node shows as live is not: it could not follow the database.</summary>
/// <param name="Since">UTC: what is shown was true then.</param>
/// <param name="For">How long ago that is, by the steady clock.</param>
/// <param name="Boards">Those that lack a change; empty where the change table itself cannot be read.</param>
public sealed record Staleness(DateTime Since, TimeSpan For, IReadOnlyList<BoardName> Boards);
