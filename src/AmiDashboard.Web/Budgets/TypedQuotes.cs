using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Web.Budgets;

/// <summary>The documents that an entry is to quote, while it is typed: some that are there, and one given on the spot.</summary>
public sealed class TypedQuotes
{
    private readonly SortedSet<long> chosen = [];

    public TypedDocument New { get; } = new();

    public IReadOnlyCollection<long> Chosen => chosen;

    public void Choose(long id, bool isChosen)
    {
        if (isChosen)
        {
            chosen.Add(id);
        }
        else
        {
            chosen.Remove(id);
        }
    }

    public void Clear()
    {
        chosen.Clear();
        New.Clear();
    }

    /// <summary>
    /// What was chosen, the new one added first; should the entry be refused then, it is there and stays chosen. It goes to the
    /// project for who hands in documents there, and else to the envelope.
    /// </summary>
    public async Task<Outcome<long[]>> TakeAsync(AttachDocument attach, Viewer viewer, int edition, int? number)
    {
        if (New.IsGiven)
        {
            var place = number is { } project && MayHandIn(viewer, edition, project) ? number : null;
            var added = await New.AttachAsync(attach, viewer, edition, place, paymentId: null);
            if (!added.Done)
            {
                return added.Refusal;
            }

            chosen.Add(added.Value);
            New.Clear();
        }

        return chosen.ToArray();
    }

    /// <summary>Whether a new one can be given on the spot.</summary>
    public static bool MayAttach(Viewer viewer, int edition, int? number)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return number is { } project && MayHandIn(viewer, edition, project)
            || viewer.PerimeterOf(Right.KeepEnvelope).Covers(edition)
            || viewer.PerimeterOf(Right.KeepBudgets).Covers(edition);
    }

    private static bool MayHandIn(Viewer viewer, int edition, int number) =>
        viewer.PerimeterOf(Right.RequestPayment).Admits(edition, number);
}
