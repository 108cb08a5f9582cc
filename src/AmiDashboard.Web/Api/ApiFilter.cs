using AmiDashboard.Core.Applications;

namespace AmiDashboard.Web.Api;

/// <summary>The filter of the pages as parameters: read by the same <see cref="Applications.FilterAddress"/>.</summary>
internal static class ApiFilter
{
    public static readonly ApiParameter Edition = ApiParameter.OfFilter("edition", ApiType.WholeNumber, "1");

    /// <summary>A search that would leave words out is refused.</summary>
    public static readonly ApiParameter Search = new(
        "q",
        ApiType.Text,
        "controle fiscal",
        text => SearchWords.Of(text) is { IsCut: false } words && words.Text == text
    );

    public static IReadOnlyList<ApiParameter> All { get; } =
    [
        Edition,
        ApiParameter.OfFilter("stage", ApiType.Text, nameof(Stage.Laureate), Enum.GetNames<Stage>()),
        ApiParameter.OfFilter("ministry", ApiType.Text, "Ministère de l’Intérieur"),
        ApiParameter.OfFilter("technique", ApiType.Text, "Apprentissage automatique"),
        ApiParameter.OfFilter("from", ApiType.Day, "2018-06-15"),
        ApiParameter.OfFilter("to", ApiType.Day, "2018-09-14"),
        Search,
        ApiParameter.OfFilter(Applications.FilterAddress.AsOfParameter, ApiType.Day, "2018-11-21"),
    ];
}
