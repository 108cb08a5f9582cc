using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Web.Dashboards;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Api;

/// <summary>The key figures of the dashboards, each with its definition: those that the viewer may see.</summary>
internal sealed class FiguresResource(
    ProgrammeFigures programme,
    DashboardReadings readings,
    IStringLocalizer<FigureTexts> texts
) : ApiTable<FiguresResource.Row>
{
    public override string Path => "figures";

    public override string Name => "Figures";

    public override Right Right => Right.SeeFigures;

    public override IReadOnlyList<ApiParameter> Parameters => ApiFilter.All;

    protected override IReadOnlyList<ApiColumn<Row>> Table =>
        [
            new("figure", ApiType.Text, "paid", row => row.Value.Figure.Name),
            new("figureLabel", ApiType.Text, "Versé", row => texts[$"Name_{row.Value.Figure.Name}"].Value),
            ApiColumn<Row>.Named("unit", FigureUnit.Money, row => (FigureUnit?)row.Value.Figure.Unit),
            new("value", ApiType.Number, 180_000.00m, row => ValueOf(row.Value)),
            new("sources", ApiType.WholeNumber, 21, row => row.Value.Sources),
            new(
                "definition",
                ApiType.Text,
                "Versements exécutés.",
                row => texts[$"Definition_{row.Value.Figure.Name}"].Value
            ),
            new(
                "formula",
                ApiType.Text,
                "Somme des écritures.",
                row => texts[$"Formula_{row.Value.Figure.Name}"].Value
            ),
        ];

    protected override long KeyOf(Row row) => row.Position;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var known = await programme.RunAsync(question.Viewer, new(question.Filter), cancellation);
        return Folded(
            $"{known.Stamp}",
            () =>
            {
                var values = readings.Of(known, question.Filter);
                return KeyFigures
                    .All.Select((figure, at) => (Position: at + 1, Value: values.Of(figure)))
                    .Where(one => one.Value is not null)
                    .Select(one => new Row(one.Position, one.Value!));
            }
        );
    }

    /// <summary>Money in euros, time in hours, shares from 0 to 1: null for a ratio to nothing.</summary>
    private static decimal? ValueOf(FigureValue value) =>
        value.Figure.Unit switch
        {
            FigureUnit.Money => value.Number / 100,
            FigureUnit.Minutes => value.Number / 60,
            _ => value.Number,
        };

    /// <param name="Position">From 1, in the order of the catalogue.</param>
    internal sealed record Row(int Position, FigureValue Value);
}
