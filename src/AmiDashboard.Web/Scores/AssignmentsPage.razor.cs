using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AmiDashboard.Web.Scores;

/// <summary>
/// Who reviews what, as a grid: a click gives or takes back, the menu key or a right click opens what else can be done
/// with a cell. The proposal writes nothing until it is accepted.
/// </summary>
public sealed partial class AssignmentsPage
{
    private const int PageSize = 50;

    private AssignmentGrid? grid;
    private AssignmentProposal? proposal;
    private Cell? asked;
    private string? refusal;
    private bool onlyLacking;

    /// <summary>From 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? AskedPage { get; set; }

    private List<AssignmentLine> Lines =>
        [.. grid!.Lines.Where(line => !onlyLacking || grid.ReviewersOf(line.Number) < grid.LeastReviewers)];

    private int Pages => Math.Max(1, (Lines.Count + PageSize - 1) / PageSize);

    private int PageShown => Math.Clamp(AddressNumber.Read(AskedPage) ?? 0, 0, Pages - 1);

    private IEnumerable<AssignmentLine> Shown => Lines.Skip(PageShown * PageSize).Take(PageSize);

    protected override async Task LoadEditionAsync() => grid = await Sheet.RunAsync(Viewer, new(Edition));

    private async Task ToggleAsync(AssignmentLine line, Reviewer reviewer)
    {
        if (grid!.IsBarred(line, reviewer))
        {
            asked = new(line, reviewer);
            return;
        }

        var outcome = grid.Assigned.ContainsKey((line.Number, reviewer.Id))
            ? await TakeBack.RunAsync(Viewer, new(Edition, line.Number, reviewer.Id))
            : await Assign.RunAsync(Viewer, new(Edition, [new(line.Number, reviewer.Id)]));
        refusal = outcome.Refusal is { } no ? RefusalText.Of(no, L) : null;
        await LoadEditionAsync();
    }

    private void Key(KeyboardEventArgs pressed, AssignmentLine line, Reviewer reviewer)
    {
        if (pressed.Key is "ContextMenu" or "c")
        {
            asked = new(line, reviewer);
        }
    }

    private async Task AcceptAsync()
    {
        var outcome = await Assign.RunAsync(
            Viewer,
            new(Edition, [.. proposal!.Assignments.Select(one => new AssignReviewers.Pair(one.Number, one.Reviewer))])
        );
        refusal = outcome.Refusal is { } no ? RefusalText.Of(no, L) : null;
        if (outcome.Done)
        {
            proposal = null;
            Snackbar.Add(L["Assigned", outcome.Value], Severity.Success);
        }

        await LoadEditionAsync();
    }

    private async Task DoneAsync()
    {
        asked = null;
        await LoadEditionAsync();
    }

    private string Kind(AssignmentLine line, Reviewer reviewer) =>
        grid!.Assigned.TryGetValue((line.Number, reviewer.Id), out var state)
            ? state == ReviewState.Submitted
                ? "cell-submitted"
                : state is null
                    ? "cell-given"
                    : "cell-begun"
            : grid.IsBarred(line, reviewer)
                ? "cell-barred"
                : "cell-free";

    private string Sign(AssignmentLine line, Reviewer reviewer) =>
        Kind(line, reviewer) switch
        {
            "cell-submitted" => "✓",
            "cell-begun" => "…",
            "cell-given" => "●",
            "cell-barred" => "⊘",
            _ => line.Techniques.Any(reviewer.Expertise.Contains) ? "+" : "",
        };

    /// <summary>The cell in words: for the ear, and for the pointer.</summary>
    private string Told(AssignmentLine line, Reviewer reviewer)
    {
        var what = Kind(line, reviewer) switch
        {
            "cell-submitted" => L["Cell_Submitted"].Value,
            "cell-begun" => L["Cell_Begun"].Value,
            "cell-given" => L["Cell_Given"].Value,
            "cell-barred" when reviewer.IsOfMinistry(line.Ministry) => L["Cell_SameMinistry"].Value,
            "cell-barred" => L["Cell_Conflict", grid!.Conflicts[(line.Number, reviewer.Id)].Reason].Value,
            _ => line.Techniques.Where(reviewer.Expertise.Contains).ToList() is { Count: > 0 } known
                ? L["Cell_FreeExpert", string.Join(", ", known)].Value
                : L["Cell_Free"].Value,
        };
        return L["Cell_Told", reviewer.Name, line.Number, what];
    }

    private sealed record Cell(AssignmentLine Line, Reviewer Reviewer);
}
