using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Budgets;

namespace AmiDashboard.Web.Api;

/// <summary>SGPI's table: one row a project at an accounting date, with what was paid in a quarter or a year.</summary>
internal sealed class BudgetSgpiResource(BudgetFigures figures, TimeProvider time) : ApiTable<SgpiRow>
{
    private const string DayName = "on";
    private const string PeriodName = "period";

    public override string Path => "budgets/sgpi";

    public override string Name => "BudgetSgpi";

    public override Right Right => BudgetFigures.Right;

    public override IReadOnlyList<ApiParameter> Parameters =>
        [
            ApiFilter.Edition,
            ApiParameter.Day(DayName, "2018-12-31"),
            // Read as the page reads it: what is understood is what is said again as it was said.
            new(
                PeriodName,
                ApiType.Text,
                "2018-T4",
                text =>
                    string.Equals(
                        SgpiAddress.Read(asOf: null, text, Today).PeriodName,
                        text,
                        StringComparison.OrdinalIgnoreCase
                    )
            ),
        ];

    protected override IReadOnlyList<ApiColumn<SgpiRow>> Table { get; } =
    [
        new("action", ApiType.Text, "PIA 3", row => row.Action),
        new("number", ApiType.WholeNumber, 200_027, row => row.Number),
        new("title", ApiType.Text, "Cibler les contrôles", row => row.Project),
        new("beneficiary", ApiType.Text, "Direction départementale", row => row.Beneficiary),
        new("ministry", ApiType.Text, "Ministère de l’Intérieur", row => row.Ministry),
        new("requested", ApiType.Money, 480_000.00m, row => row.Requested),
        new("granted", ApiType.Money, 450_000.00m, row => row.Granted),
        new("grantedOn", ApiType.Day, "2018-11-21", row => row.GrantedOn),
        new("contracted", ApiType.Money, 450_000.00m, row => row.Contracted),
        new("contractedOn", ApiType.Day, "2018-12-20", row => row.ContractedOn),
        new("paid", ApiType.Money, 180_000.00m, row => row.Paid),
        new("paidInPeriod", ApiType.Money, 180_000.00m, row => row.PaidInPeriod),
        new("plannedThisYear", ApiType.Money, 180_000.00m, row => row.PlannedThisYear),
        new("plannedNextYear", ApiType.Money, 270_000.00m, row => row.PlannedNextYear),
        new("remaining", ApiType.Money, 270_000.00m, row => row.Remaining),
        new("coFinancing", ApiType.Money, 50_000.00m, row => row.CoFinancing),
        new("paidOfGranted", ApiType.Share, 0.4m, row => row.PaidOfGranted),
        new("weather", ApiType.Text, "SOLEIL", row => row.Weather),
        new("comment", ApiType.Text, "Solde attendu au printemps", row => row.Comment),
    ];

    private DateOnly Today => ParisTime.DayOf(time.GetUtcNow().UtcDateTime);

    protected override long KeyOf(SgpiRow row) => row.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var chosen = SgpiAddress.Read(question[DayName], question[PeriodName], Today);
        if (question.Day(DayName) is { } day && day != chosen.On)
        {
            return new Refusal("Refusal_ApiSgpiDay", DayName, question[DayName]!);
        }

        var filter = new ApplicationFilter { Edition = question.Number("edition") };
        var known = await figures.RunAsync(question.Viewer, new(filter, chosen.AsOf(now)), cancellation);
        return Folded($"{known.Stamp}", () => SgpiTable.Of(known.Facts, known.Scope, chosen.On, chosen.Period).Rows);
    }
}
