using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Web.Dashboards;

/// <summary>The projects that raise an alert, in words: number and title, within what the viewer may see.</summary>
public sealed class AlertProjects(ApplicationList applications)
{
    /// <param name="most">That are named; the count says how many there are.</param>
    public async Task<IReadOnlyList<string>> OfAsync(
        Viewer viewer,
        KeyFigure alert,
        FigureValues values,
        int most,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(values);
        int[] numbers =
        [
            .. (alert.Explain(values.Standing)?.Parts ?? []).Select(part => part.Number).OfType<int>().Take(most),
        ];
        if (numbers.Length == 0 || !viewer.Can(ApplicationList.Right))
        {
            return [];
        }

        var page = await applications.RunAsync(
            viewer,
            new(new ApplicationFilter { Numbers = NumberSet.Of(numbers) }, Size: numbers.Length),
            cancellation
        );
        return [.. page.Rows.Select(row => $"{row.Number} – {row.Title}")];
    }
}
