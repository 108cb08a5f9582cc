using System.Runtime.CompilerServices;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Web.Applications;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Exports;

/// <summary>The list of applications as a sheet: the rows of the page's filter, page after page, in its order.</summary>
public sealed class ApplicationExport(ApplicationList list, IStringLocalizer<ApplicationTexts> texts)
{
    public Sheet Of(Viewer viewer, ApplicationFilter filter, ApplicationOrder order, bool descending) =>
        new(
            texts["List_Title"],
            [
                new(CellKind.WholeNumber, texts["Column_Number"]),
                new(CellKind.WholeNumber, texts["Column_Edition"]),
                new(CellKind.Text, texts["Column_Title"], Width: 50),
                new(CellKind.Text, texts["Column_Organisation"], Width: 30),
                new(CellKind.Text, texts["Column_Ministry"], Width: 30),
                new(CellKind.Text, texts["Column_Stage"]),
                new(CellKind.Text, texts["Column_Eligibility"]),
                new(CellKind.Instant, texts["Column_Deposited"]),
                new(CellKind.Money, texts["Column_Requested"], IsSummed: true),
                new(CellKind.Text, texts["Column_Techniques"], Width: 40),
            ],
            RowsAsync(viewer, filter, order, descending)
        )
        {
            TotalTitle = texts["Total"],
        };

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(
        Viewer viewer,
        ApplicationFilter filter,
        ApplicationOrder order,
        bool descending,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        for (var page = 0; ; page++)
        {
            var found = await list.RunAsync(
                viewer,
                new(filter, order, descending, page, ApplicationList.LargestPage),
                cancellation
            );
            foreach (var row in found.Rows)
            {
                yield return
                [
                    row.Number,
                    row.Edition,
                    row.Title,
                    row.Organisation,
                    row.Ministry,
                    texts[$"Stage_{row.Stage}"].Value,
                    texts[$"Verdict_{row.Eligibility}"].Value,
                    row.DepositedAt,
                    row.Requested,
                    string.Join(", ", row.Techniques),
                ];
            }

            if (found.Rows.Count < ApplicationList.LargestPage)
            {
                yield break;
            }
        }
    }
}
