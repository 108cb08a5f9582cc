using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Budgets;

namespace AmiDashboard.Web.Api;

/// <summary>The money of each project, from what was requested to what remains to be paid.</summary>
internal sealed class BudgetProjectsResource(BudgetFigures figures) : ApiTable<ProjectStanding>
{
    public override string Path => "budgets/projects";

    public override string Name => "BudgetProjects";

    public override Right Right => BudgetFigures.Right;

    public override IReadOnlyList<ApiParameter> Parameters => ApiFilter.All;

    protected override IReadOnlyList<ApiColumn<ProjectStanding>> Table { get; } =
    [
        new("number", ApiType.WholeNumber, 200_027, one => one.Number),
        new("edition", ApiType.WholeNumber, 1, one => one.Project.Edition),
        new("title", ApiType.Text, "Cibler les contrôles", one => one.Project.Title),
        new("ministry", ApiType.Text, "Ministère de l’Intérieur", one => one.Project.Ministry),
        new("beneficiary", ApiType.Text, "Direction départementale", one => one.Project.Convention?.Beneficiary),
        new("convention", ApiType.Text, "CDC-2018-027", one => one.Project.Convention?.Reference),
        new("signedOn", ApiType.Day, "2018-12-20", one => one.Project.Convention?.SignedOn),
        new("closedOn", ApiType.Day, "2019-11-30", one => one.Project.Convention?.ClosedOn),
        ApiColumn<ProjectStanding>.Named("moneyState", MoneyState.InForce, one => ProjectLine.StateOf(one)),
        new("requested", ApiType.Money, 480_000.00m, one => one.Project.Application?.Requested),
        new("granted", ApiType.Money, 450_000.00m, one => one.Balance.Granted),
        new("committed", ApiType.Money, 450_000.00m, one => one.Balance.Committed),
        new("contracted", ApiType.Money, 450_000.00m, one => one.Balance.Contracted),
        new("paid", ApiType.Money, 180_000.00m, one => one.Balance.Paid),
        new("remaining", ApiType.Money, 270_000.00m, one => one.Balance.Remaining),
        new("plannedToDate", ApiType.Money, 180_000.00m, one => one.PlannedToDate),
        new("expected", ApiType.Money, 270_000.00m, one => one.ExpectedInAll),
        new("nextDueOn", ApiType.Day, "2019-03-31", one => NextOf(one)?.DueOn),
        new("nextAmount", ApiType.Money, 135_000.00m, one => NextOf(one)?.Amount),
    ];

    protected override long KeyOf(ProjectStanding row) => row.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var known = await figures.RunAsync(question.Viewer, new(question.Filter), cancellation);
        return Folded(
            $"{known.Stamp}",
            () => ProjectStanding.Of(known.Facts, known.Scope).Where(standing => standing.HasMoney)
        );
    }

    private static ExpectedPayment? NextOf(ProjectStanding standing) => standing.Expected.MinBy(one => one.DueOn);
}
