namespace AmiDashboard.Web.Budgets;

/// <summary>Columns of the table of projects, by these names in its address.</summary>
public enum ProjectColumn
{
    Project,
    Granted,
    Committed,
    Contracted,
    Paid,
    Remaining,

    /// <summary>The day of the next payment.</summary>
    Next,
    State,
}

/// <summary>The order in which projects are listed; where there is none, that of their numbers.</summary>
public sealed record ProjectOrder(ProjectColumn Column, bool IsDescending)
{
    /// <summary>Null for none, and for what is not understood: an old link still opens.</summary>
    public static ProjectOrder? Read(string? column, bool isDescending) =>
        Enum.TryParse<ProjectColumn>(column, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? new(known, isDescending)
            : null;

    public static IEnumerable<KeyValuePair<string, string?>> Pairs(ProjectOrder? order) =>
        [new("sort", order?.Column.ToString()), new("desc", order?.IsDescending == true ? "true" : null)];

    /// <summary>What a press on a column's name makes of it.</summary>
    public static ProjectOrder Pressed(ProjectOrder? order, ProjectColumn column) =>
        new(column, order is { IsDescending: false } && order.Column == column);

    /// <summary>Equals stay in the order of their numbers; a project that expects nothing comes last either way.</summary>
    public IEnumerable<ProjectLine> Sort(IEnumerable<ProjectLine> lines) =>
        Column switch
        {
            ProjectColumn.Project => By(lines, line => line.Title, StringComparer.CurrentCultureIgnoreCase),
            ProjectColumn.Granted => By(lines, line => line.Balance.Granted),
            ProjectColumn.Committed => By(lines, line => line.Balance.Committed),
            ProjectColumn.Contracted => By(lines, line => line.Balance.Contracted),
            ProjectColumn.Paid => By(lines, line => line.Balance.Paid),
            ProjectColumn.Remaining => By(lines, line => line.Balance.Remaining),
            ProjectColumn.Next => By(lines, line => line.Next?.DueOn).OrderBy(line => line.Next is null),
            ProjectColumn.State => By(lines, line => line.State),
            _ => throw new InvalidOperationException($"An order by {Column}."),
        };

    private IOrderedEnumerable<ProjectLine> By<T>(
        IEnumerable<ProjectLine> lines,
        Func<ProjectLine, T> key,
        IComparer<T>? comparer = null
    ) =>
        (IsDescending ? lines.OrderByDescending(key, comparer) : lines.OrderBy(key, comparer)).ThenBy(line =>
            line.Number
        );
}
