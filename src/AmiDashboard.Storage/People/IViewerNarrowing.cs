using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.People;

/// <summary>
/// What a later subject has to say of a person's rights: it may take some away for now, or make their perimeter smaller,
/// never give any. People come before every subject, and so cannot ask it by name.
/// </summary>
public interface IViewerNarrowing
{
    Task<Viewer> NarrowAsync(Viewer viewer, CancellationToken cancellation);
}

internal static class ViewerNarrowings
{
    public static async Task<Viewer> NarrowAsync(
        this IEnumerable<IViewerNarrowing> narrowings,
        Viewer viewer,
        CancellationToken cancellation
    )
    {
        foreach (var narrowing in narrowings)
        {
            viewer = await narrowing.NarrowAsync(viewer, cancellation);
        }

        return viewer;
    }
}
