using System.Collections.Immutable;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// What teams said of their projects, for SGPI's table: a later subject knows it, which this one cannot ask by name.
/// </summary>
internal interface IProjectWeathers
{
    ValueTask<DatedWeathers> KnownAsync(CancellationToken cancellation);
}

/// <param name="Version">Another one as soon as any of them changed.</param>
/// <param name="Projects">By number, oldest first.</param>
internal sealed record DatedWeathers(long Version, ImmutableDictionary<int, ImmutableArray<DatedWeather>> Projects);
