using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Web.Api;

/// <summary>
/// One application: what the list says of it, and when it came to each stage. Neither the free texts of its dossier nor the
/// people in it: finance's tools have no use for them.
/// </summary>
internal sealed class ApplicationResource(ApplicationSheet sheet, DataVersion version) : ApiTable<Application>
{
    public override string Path => "applications/{number}";

    public override string Name => "Application";

    public override Right Right => ApplicationSheet.Right;

    public override bool IsOne => true;

    public override IReadOnlyList<ApiParameter> Parameters { get; } =
    [ApiParameter.Number("number", "200027") with { IsInPath = true }];

    protected override IReadOnlyList<ApiColumn<Application>> Table { get; } =
    [
        new("number", ApiType.WholeNumber, 200_027, one => one.Number),
        new("edition", ApiType.WholeNumber, 1, one => one.Edition),
        new("title", ApiType.Text, "Cibler les contrôles", one => one.Title),
        new("organisation", ApiType.Text, "Direction départementale", one => one.Organisation),
        new("siret", ApiType.Text, "11000201100044", one => one.Siret),
        new("ministry", ApiType.Text, "Ministère de l’Intérieur", one => one.Ministry),
        ApiColumn<Application>.Named("stage", Stage.Laureate, one => one.Stage),
        new("stageSince", ApiType.Instant, "2018-11-21T09:00:00Z", one => one.StageSince),
        ApiColumn<Application>.Named("eligibility", EligibilityVerdict.Eligible, one => one.Eligibility),
        new("depositedAt", ApiType.Instant, "2018-09-12T13:32:10Z", one => one.DepositedAt),
        new("requested", ApiType.Money, 480_000.00m, one => one.Requested),
        new(
            "techniques",
            ApiType.List,
            "Apprentissage automatique",
            one => one.Techniques.Select(technique => technique.Name).Order(StringComparer.Ordinal).ToList()
        ),
        .. Enum.GetValues<Stage>().Select(StageColumn),
    ];

    protected override long KeyOf(Application row) => row.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var asOf = await version.RunAsync(Viewer.Product, new(Subject.Application, Subject.Edition), cancellation);
        var found = await sheet.RunAsync(question.Viewer, new(question.Number("number")!.Value), cancellation);
        return found is null ? Refusal.NotFound : Folded($"{asOf}", () => [found.Application]);
    }

    /// <summary>When it first came to a stage.</summary>
    private static ApiColumn<Application> StageColumn(Stage stage) =>
        new(
            new ApiColumn(
                $"{char.ToLowerInvariant(stage.ToString()[0])}{stage.ToString()[1..]}At",
                ApiType.Instant,
                "2018-10-02T08:00:00Z"
            )
            {
                Text = "stageAt",
                Of = stage.ToString(),
            },
            one => one.StageChanges.Find(change => change.Stage == stage)?.ValidFrom
        );
}
