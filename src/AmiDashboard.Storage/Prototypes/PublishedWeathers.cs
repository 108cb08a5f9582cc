using System.Collections.Immutable;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>The weather of every published report, by project.</summary>
internal sealed class PublishedWeathers(PrototypeBoard board) : IProjectWeathers
{
    private volatile DatedWeathers? last;

    public async ValueTask<DatedWeathers> KnownAsync(CancellationToken cancellation)
    {
        var state = await board.StateAsync(cancellation);
        if (last is { } known && known.Version == state.Version)
        {
            return known;
        }

        return last = new DatedWeathers(
            state.Version,
            state.Prototypes.ToImmutableDictionary(
                pair => pair.Key,
                pair =>
                    pair.Value.Fact.Reports.Where(report => report.Text.Weather is not null)
                        .Select(report => new DatedWeather(
                            WeatherWords.Of(report.Text.Weather!.Value),
                            report.PublishedAt!.Value
                        ))
                        .ToImmutableArray()
            )
        );
    }
}
