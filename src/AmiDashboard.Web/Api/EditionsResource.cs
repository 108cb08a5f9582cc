using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Editions;

namespace AmiDashboard.Web.Api;

/// <summary>The editions of the call of which the viewer may see something.</summary>
internal sealed class EditionsResource(EditionList list, DataVersion version) : ApiTable<EditionsResource.Row>
{
    public override string Path => "editions";

    public override string Name => "Editions";

    public override Right Right => EditionList.Right;

    protected override IReadOnlyList<ApiColumn<Row>> Table { get; } =
    [
        new(new ApiColumn("number", ApiType.WholeNumber, 1) { Text = "editionNumber" }, row => row.Edition.Number),
        new("name", ApiType.Text, "Édition 2018", row => row.Edition.Name),
        new("opensAt", ApiType.Instant, "2018-06-14T22:00:00Z", row => row.Edition.OpensAt),
        new("deadline", ApiType.Instant, "2018-09-14T16:00:00Z", row => row.Edition.Deadline),
        new("resultsOn", ApiType.Day, "2018-11-21", row => row.Edition.ResultsOn),
        new("supportMonths", ApiType.WholeNumber, 10, row => row.Edition.SupportMonths),
        new("action", ApiType.Text, "PIA 3", row => row.SeesMoney ? row.Edition.Action : null),
        new("envelope", ApiType.Money, 10_000_000.00m, row => row.SeesMoney ? row.Edition.Envelope : null),
    ];

    protected override long KeyOf(Row row) => row.Edition.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation) =>
        Whole(
            $"{await version.RunAsync(Viewer.Product, new(Subject.Edition, Subject.Application), cancellation)}",
            async token =>
                (await list.RunAsync(question.Viewer, new(), token)).Select(edition => new Row(
                    edition,
                    // The envelope is of the whole edition.
                    question.Viewer.PerimeterOf(Right.SeeBudgets).Covers(edition.Number)
                ))
        );

    internal sealed record Row(Edition Edition, bool SeesMoney);
}
