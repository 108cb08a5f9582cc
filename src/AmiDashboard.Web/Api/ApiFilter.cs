using AmiDashboard.Core.Applications;

namespace AmiDashboard.Web.Api;

/// <summary>The filter of the pages as parameters: read by the same <see cref="Applications.FilterAddress"/>.</summary>
internal static class ApiFilter
{
    public static readonly ApiParameter Edition = ApiParameter.OfFilter("edition", ApiType.WholeNumber, "1");

    public static IReadOnlyList<ApiParameter> All { get; } =
    [
        Edition,
        ApiParameter.OfFilter("stage", ApiType.Text, nameof(Stage.Laureate), Enum.GetNames<Stage>()),
        ApiParameter.OfFilter("ministry", ApiType.Text, "Ministère de l’Intérieur"),
        ApiParameter.OfFilter("technique", ApiType.Text, "Apprentissage automatique"),
        ApiParameter.OfFilter("from", ApiType.Day, "2018-06-15"),
        ApiParameter.OfFilter("to", ApiType.Day, "2018-09-14"),
        ApiParameter.OfFilter("q", ApiType.Text, "controle fiscal"),
        ApiParameter.OfFilter(Applications.FilterAddress.AsOfParameter, ApiType.Day, "2018-11-21"),
    ];
}
