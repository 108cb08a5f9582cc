using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Web.Api;

/// <summary>The applications that the filter of the pages means.</summary>
internal sealed class ApplicationsResource(ApplicationList list, DataVersion version) : ApiTable<ApplicationRow>
{
    public override string Path => "applications";

    public override string Name => "Applications";

    public override Right Right => ApplicationList.Right;

    public override IReadOnlyList<ApiParameter> Parameters => ApiFilter.All;

    protected override IReadOnlyList<ApiColumn<ApplicationRow>> Table { get; } =
    [
        new("number", ApiType.WholeNumber, 200_027, row => row.Number),
        new("edition", ApiType.WholeNumber, 1, row => row.Edition),
        new("title", ApiType.Text, "Cibler les contrôles", row => row.Title),
        new("organisation", ApiType.Text, "Direction départementale", row => row.Organisation),
        new("ministry", ApiType.Text, "Ministère de l’Intérieur", row => row.Ministry),
        ApiColumn<ApplicationRow>.Named("stage", Stage.Laureate, row => row.Stage),
        ApiColumn<ApplicationRow>.Named("eligibility", EligibilityVerdict.Eligible, row => row.Eligibility),
        new("depositedAt", ApiType.Instant, "2018-09-12T13:32:10Z", row => row.DepositedAt),
        new("requested", ApiType.Money, 480_000.00m, row => row.Requested),
        new("techniques", ApiType.List, "Apprentissage automatique", row => row.Techniques),
    ];

    protected override long KeyOf(ApplicationRow row) => row.Number;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation) =>
        Paged(
            $"{await version.RunAsync(Viewer.Product, new(Subject.Application, Subject.Edition), cancellation)}",
            (after, most, token) => ReadAsync(question, after, most, token)
        );

    private async Task<IReadOnlyList<ApplicationRow>> ReadAsync(
        ApiQuestion question,
        long? after,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = new List<ApplicationRow>();
        while (rows.Count < most)
        {
            var size = Math.Min(most - rows.Count, ApplicationList.LargestPage);
            var page = await list.RunAsync(
                question.Viewer,
                new(question.Filter, Size: size, After: (int?)Math.Min(after ?? 0, int.MaxValue)),
                cancellation
            );
            rows.AddRange(page.Rows);
            if (page.Rows.Count < size)
            {
                break;
            }

            after = rows[^1].Number;
        }

        return rows;
    }
}
