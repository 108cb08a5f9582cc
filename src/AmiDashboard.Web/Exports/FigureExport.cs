using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Dashboards;
using AmiDashboard.Web.SignIn;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/export/chiffres/{figure}.{format}</c>: the rows that a key figure was computed from, with their total, for the
/// filter and the day of the page.
/// </summary>
public sealed class FigureExport(
    ProgrammeFigures programme,
    DashboardReadings readings,
    ApplicationList applications,
    IStringLocalizer<DashboardTexts> texts,
    IStringLocalizer<FigureTexts> figures
)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/export/chiffres/{figure}.{format}", RunAsync)
            // Each figure has a right of its own, which is looked at below.
            .RequireAuthorization(new AsksAttribute(Right.None));

    /// <summary>Null where the viewer may not see the figure.</summary>
    public async Task<Sheet?> OfAsync(
        Viewer viewer,
        KeyFigure figure,
        ApplicationFilter filter,
        CancellationToken cancellation
    )
    {
        var known = await programme.RunAsync(viewer, new(filter), cancellation);
        if (figure.Explain(readings.Of(known, filter).Standing) is not { } reading)
        {
            return null;
        }

        var titles = await TitlesAsync(viewer, reading, cancellation);
        var (kind, divisor) = figure.Unit switch
        {
            FigureUnit.Money => (CellKind.Money, 1m),
            FigureUnit.Share when figure.Right == Right.SeeBudgets => (CellKind.Money, 1m),
            FigureUnit.Minutes => (CellKind.Number, 60m),
            _ => (CellKind.Number, 1m),
        };
        List<Column> columns =
        [
            new(CellKind.WholeNumber, texts["Panel_Edition"]),
            new(CellKind.WholeNumber, texts["Panel_Row"]),
            new(CellKind.Text, figures[$"Name_{figure.Name}"], Width: 60),
            new(kind, texts["Panel_Amount"], IsSummed: true),
        ];
        if (figure.Rule == FigureRule.Ratio)
        {
            columns.Add(new(kind, texts["Panel_Of"], IsSummed: true));
        }

        return new Sheet(figures[$"Name_{figure.Name}"], columns, Rows().ToAsyncEnumerable())
        {
            TotalTitle = texts["Panel_Total"],
        };

        IEnumerable<IReadOnlyList<object?>> Rows() =>
            reading.Parts.Select(part =>
                (IReadOnlyList<object?>)
                    [
                        part.Edition,
                        part.Number,
                        part.Number is { } number
                            ? titles.GetValueOrDefault(number)
                            : texts["Panel_WholeEdition"].Value,
                        Cell(part.Amount),
                        .. figure.Rule == FigureRule.Ratio ? [Cell(part.Of)] : (object?[])[],
                    ]
            );

        object Cell(decimal amount) => kind == CellKind.Money ? new Money((long)amount) : amount / divisor;
    }

    private async Task<Dictionary<int, string>> TitlesAsync(
        Viewer viewer,
        FigureReading reading,
        CancellationToken cancellation
    )
    {
        var titles = new Dictionary<int, string>();
        if (!viewer.Can(ApplicationList.Right))
        {
            return titles;
        }

        foreach (var batch in reading.Parts.Select(part => part.Number).OfType<int>().Chunk(200))
        {
            var page = await applications.RunAsync(
                viewer,
                new(new ApplicationFilter { Numbers = NumberSet.Of(batch) }, Size: batch.Length),
                cancellation
            );
            foreach (var row in page.Rows)
            {
                titles[row.Number] = row.Title;
            }
        }

        return titles;
    }

    private static async Task<IResult> RunAsync(
        string figure,
        string format,
        HttpContext http,
        CurrentViewer viewer,
        FigureExport export,
        CancellationToken cancellation
    ) =>
        KeyFigures.Find(figure) is not { } found ? Results.NotFound()
        : await export.OfAsync(viewer.Value, found, FilterAddress.Read(http.Request.Query), cancellation) is { } sheet
            ? ExportEndpoints.SheetResult(format, $"chiffre-{found.Name}", sheet)
        : Results.Forbid();
}
