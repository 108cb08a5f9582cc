using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Charts;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Puts a body's page into a report: the same figures, alerts and charts as the page shows the same viewer for the same
/// filter and day, in the language of the thread.
/// </summary>
public sealed class BodyReport(
    DashboardReadings readings,
    ChartDrawings drawings,
    LedgerHead ledger,
    AlertProjects projects,
    IStringLocalizer<DashboardTexts> texts,
    IStringLocalizer<FigureTexts> figures,
    IStringLocalizer<ApplicationTexts> words
)
{
    /// <summary>Pixels that charts are drawn for; the page scales them.</summary>
    private const int ChartWidth = 760;

    private const int MostProjects = 40;

    /// <param name="filter">Its day is that of the report.</param>
    /// <param name="done">Told after each chart how many there are.</param>
    public async Task<ReportContent> ComposeAsync(
        Viewer viewer,
        DashboardPlan plan,
        ApplicationFilter filter,
        Action<int>? done,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(plan);
        var reading = await readings.ReadAsync(viewer, filter, cancellation);
        var shown = plan.Figures.Where(figure => reading.Now.Of(figure) is not null).ToList();
        var alerts = plan.Alerts.Where(alert => reading.Now.Of(alert) is not null).ToList();
        var charts = ImmutableArray.CreateBuilder<ChartSketch>();
        foreach (var chart in plan.Charts.Where(chart => viewer.Can(chart.Right)))
        {
            var style = new ChartStyle(
                ChartTheme.Light,
                CultureInfo.CurrentUICulture,
                ChartWidth,
                chart.HeightAt(ChartWidth)
            );
            cancellation.ThrowIfCancellationRequested();
            charts.Add(await drawings.SketchAsync(viewer, chart, filter, style, cancellation));
            done?.Invoke(charts.Count);
        }

        var told = ImmutableArray.CreateBuilder<ReportAlert>();
        foreach (var alert in alerts)
        {
            told.Add(await AlertAsync(viewer, alert, reading.Now, cancellation));
        }

        return new(
            texts[$"Title_{plan.Name}"],
            texts[$"Lead_{plan.Name}"],
            reading.Day,
            [.. FiltersOf(filter)],
            reading.CommitteeOn,
            [
                .. shown.Select(figure => new ReportFigure(
                    figures[$"Name_{figure.Name}"],
                    FigureText.Of(reading.Now.Of(figure)),
                    FigureText.Change(reading.Now.Of(figure), reading.Committee?.Of(figure)),
                    FigureText.Change(reading.Now.Of(figure), reading.Week.Of(figure))
                )),
            ],
            told.ToImmutable(),
            charts.ToImmutable(),
            [
                .. shown
                    .Concat(alerts)
                    .Select(figure => new ReportDefinition(
                        figures[$"Name_{figure.Name}"],
                        figures[$"Definition_{figure.Name}"],
                        figures[$"Formula_{figure.Name}"],
                        figures[$"Source_{figure.Right}"]
                    )),
            ],
            viewer.Can(LedgerHead.Right)
                ? await ledger.RunAsync(viewer, new(reading.Known.Scope.AsOf), cancellation)
                : null
        );
    }

    private async Task<ReportAlert> AlertAsync(
        Viewer viewer,
        KeyFigure alert,
        FigureValues values,
        CancellationToken cancellation
    )
    {
        var named = await projects.OfAsync(viewer, alert, values, MostProjects, cancellation);
        return new(figures[$"Name_{alert.Name}"], FigureText.Of(values.Of(alert)), [.. named]);
    }

    private IEnumerable<string> FiltersOf(ApplicationFilter filter)
    {
        if (filter.Edition is { } edition)
        {
            yield return words["Edition", edition];
        }

        if (filter.Stage is { } stage)
        {
            yield return words[$"Stage_{stage}"];
        }

        if (filter.Ministry is { } ministry)
        {
            yield return ministry.Length == 0 ? words["Chip_NoMinistry"] : ministry;
        }

        if (filter.Technique is { } technique)
        {
            yield return technique.Length == 0 ? words["Chip_NoTechnique"] : technique;
        }

        if (filter.DepositedFrom is { } from)
        {
            yield return words["Chip_From", from.ToString("d", CultureInfo.CurrentCulture)];
        }

        if (filter.DepositedTo is { } to)
        {
            yield return words["Chip_To", to.ToString("d", CultureInfo.CurrentCulture)];
        }

        if (filter.Numbers is { } only)
        {
            yield return words["Chip_Numbers", only.Numbers.Count];
        }
    }
}
