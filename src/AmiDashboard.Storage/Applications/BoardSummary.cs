using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// What of a perimeter's applications every page asks for, folded once for a version of the data: the values that filters
/// may offer, and how fresh the source is. Asked of the database, each page would wait for a scan of all of them.
/// </summary>
internal sealed record BoardSummary(FilterValues Values, DateTime? SourceAt)
{
    /// <param name="edition">Null for every edition; the editions themselves are always all.</param>
    public static BoardSummary Of(IEnumerable<ApplicationFact> facts, Perimeter perimeter, int? edition)
    {
        var editions = new SortedSet<int>();
        var stages = new HashSet<Stage>();
        var ministries = new HashSet<string>(StringComparer.Ordinal);
        var techniques = new HashSet<string>(StringComparer.Ordinal);
        DateTime? latest = null;
        foreach (var fact in facts)
        {
            if (!perimeter.Admits(fact.Edition, fact.Number))
            {
                continue;
            }

            editions.Add(fact.Edition);
            if ((edition ?? fact.Edition) == fact.Edition)
            {
                stages.Add(fact.Stage);
                ministries.Add(fact.Ministry ?? "");
                techniques.UnionWith(fact.Techniques);
                latest = latest > fact.SourceModifiedAt ? latest : fact.SourceModifiedAt;
            }
        }

        return new(new FilterValues([.. editions], [.. stages], Ordered(ministries), Ordered(techniques)), latest);
    }

    /// <summary>As one looks words up: whatever their case and accents.</summary>
    private static string[] Ordered(IEnumerable<string> names) =>
        [.. names.OrderBy(FoldedText.Fold, StringComparer.Ordinal).ThenBy(name => name, StringComparer.Ordinal)];
}
