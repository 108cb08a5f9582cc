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
            var behind = boards.Where(board => board.Behind?.FailedAt.Age(time) >= BoardPatience).ToList();
            var isUnread = UnreadFor > look + LookPatience;
            var since = behind
                .Select(board => board.Behind?.Since)
                .Append(isUnread ? ReadAt : null)
                .OfType<Moment>()
                .OrderBy(moment => moment.Steady)
                .ToList();
            return since.Count == 0
                ? null
                : new Staleness(since[0].Utc, since[0].Age(time), [.. behind.Select(board => board.Name)]);
        }
    }

    internal TimeSpan UnreadFor => ReadAt?.Age(time) ?? TimeSpan.Zero;

    internal TimeSpan BehindFor => boards.Max(board => board.Behind?.Since.Age(time)) ?? TimeSpan.Zero;
}
