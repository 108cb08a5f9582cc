using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Prototypes;

namespace AmiDashboard.Web.Api;

/// <summary>Where each prototype stands: its plan, what of it is earned, when it is expected to end, its weather.</summary>
internal sealed class PrototypesResource(PrototypeFigures figures) : ApiTable<PrototypesResource.Row>
{
    public override string Path => "prototypes";

    public override string Name => "Prototypes";

    public override Right Right => PrototypeFigures.Right;

    public override IReadOnlyList<ApiParameter> Parameters => ApiFilter.All;

    protected override IReadOnlyList<ApiColumn<Row>> Table { get; } =
    [
        new("number", ApiType.WholeNumber, 200_027, row => row.Line.Number),
        new("edition", ApiType.WholeNumber, 1, row => row.Plan.Fact.Edition),
        new("title", ApiType.Text, "Cibler les contrôles", row => row.Line.Title),
        new("ministry", ApiType.Text, "Ministère de l’Intérieur", row => row.Line.Ministry),
        new("startsOn", ApiType.Day, "2019-01-07", row => row.Plan.StartsOn),
        new("endsOn", ApiType.Day, "2019-11-07", row => row.Plan.Fact.Plan.EndsOn),
        new("plannedEndOn", ApiType.Day, "2019-10-31", row => row.Line.BaselineEnd),
        new("forecastEndOn", ApiType.Day, "2019-11-15", row => row.Line.ForecastEnd),
        new("slipDays", ApiType.WholeNumber, 15, row => row.Line.SlipDays),
        new("plannedShare", ApiType.Share, 0.55m, row => ShareOf(row, row.Plan.PlannedWeight)),
        new("earnedShare", ApiType.Share, 0.4m, row => ShareOf(row, row.Plan.EarnedWeight)),
        new("milestones", ApiType.WholeNumber, 9, row => row.Plan.Milestones.Length),
        new("reached", ApiType.WholeNumber, 4, row => row.Plan.Milestones.Count(one => one.IsReached)),
        new("nextMilestone", ApiType.Text, "Prototype testé", row => row.Line.Next?.Milestone.Name),
        new("nextMilestoneOn", ApiType.Day, "2019-06-30", row => row.Line.Next?.ExpectedOn),
        new(
            new ApiColumn("weather", ApiType.Text, "SOLEIL", [.. Enum.GetValues<Weather>().Select(WeatherWords.Of)]),
            row => row.Line.Weather is { } weather ? WeatherWords.Of(weather) : null
        ),
        new("reportedOn", ApiType.Day, "2019-05-06", row => row.Line.ReportedOn),
    ];

    protected override long KeyOf(Row row) => row.Line.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var known = await figures.RunAsync(question.Viewer, new(question.Filter), cancellation);
        return Folded(
            $"{known.Stamp}",
            () =>
                known
                    .Facts.Admitted(known.Scope)
                    .Select(fact => PlanStanding.Of(fact, known.Scope.AsOf))
                    .Select(plan => new Row(plan, PrototypeLine.Of(plan, known.Scope.AsOf)))
        );
    }

    private static decimal? ShareOf(Row row, int weight) =>
        row.Plan.Weight > 0 ? (decimal)weight / row.Plan.Weight : null;

    internal sealed record Row(PlanStanding Plan, PrototypeLine Line);
}
