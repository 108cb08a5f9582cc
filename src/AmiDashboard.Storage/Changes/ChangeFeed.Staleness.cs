namespace AmiDashboard.Storage.Changes;

/// <summary>Whether what this node shows is still what the database holds.</summary>
public sealed partial class ChangeFeed
{
    /// <summary>A failure that is mended sooner is nobody's concern.</summary>
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(2);

    /// <summary>Beyond the time between two looks: how late one may be before its position is not known to be current.</summary>
    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(5);

    /// <summary>Null where every board follows, or failed so shortly ago that it may be mended before anybody looks.</summary>
    public Staleness? Staleness
    {
        get
        {
            var behind = boards.Where(board => board.Behind?.FailedAt <= Now - BoardPatience).ToList();
            var isUnread = UnreadFor > look + LookPatience;
            return behind.Count == 0 && !isUnread
                ? null
                : new Staleness(
                    behind
                        .Select(board => board.Behind?.Since)
                        .Append(isUnread ? ReadAt : null)
                        .Min()
                        .GetValueOrDefault(Now),
                    [.. behind.Select(board => board.Name)]
                );
        }
    }

    internal TimeSpan UnreadFor => ReadAt is { } at ? Now - at : TimeSpan.Zero;

    internal TimeSpan BehindFor => boards.Max(board => Now - board.Behind?.Since) ?? TimeSpan.Zero;
}
