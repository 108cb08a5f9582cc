using AmiDashboard.Exchange.Spreadsheets;
using Microsoft.Net.Http.Headers;

namespace AmiDashboard.Web.Api;

/// <summary>How an answer is written. Null for JSON, else the manner of the CSV.</summary>
internal sealed record ApiFormat(CsvManner? Csv)
{
    public const string CsvName = "csv";
    public const string JsonName = "json";
    public const string CsvType = "text/csv";
    public const string JsonType = "application/json";

    public static IReadOnlyList<string> Names { get; } = [JsonName, CsvName];

    public static IReadOnlyList<string> Separators { get; } = ["semicolon", "comma"];

    public string MediaType => Csv is null ? JsonType : $"{CsvType}; charset=utf-8";

    /// <summary>As it is part of an entity tag.</summary>
    public string Key =>
        Csv is null ? JsonName
        : Csv == CsvManner.Plain ? "csv-comma"
        : CsvName;

    /// <summary>
    /// What the address says (<c>.csv</c>, <c>?format=csv</c>), else what is accepted, JSON before CSV; null where neither is
    /// accepted, or the address asks for a separator of something without any.
    /// </summary>
    public static ApiFormat? Choose(string? named, string? separator, HttpRequest request)
    {
        var isCsv = named switch
        {
            CsvName => true,
            JsonName => false,
            null => Preferred(request.GetTypedHeaders().Accept),
            _ => null,
        };
        var manner = separator == "comma" ? CsvManner.Plain : CsvManner.French;
        return isCsv switch
        {
            null => null,
            true => new ApiFormat(manner),
            false => separator is null ? new ApiFormat(Csv: null) : null,
        };
    }

    private static bool? Preferred(IList<MediaTypeHeaderValue> accepted)
    {
        if (accepted.Count == 0)
        {
            return false;
        }

        var (csv, json) = (QualityOf(CsvType), QualityOf(JsonType));
        return csv > json ? true
            : json > 0 ? false
            : null;

        double QualityOf(string type)
        {
            var media = new MediaTypeHeaderValue(type);
            return accepted
                .Where(range => media.IsSubsetOf(WithoutParameters(range)))
                // The narrowest range is the one that speaks of a type.
                .OrderBy(range => (range.MatchesAllTypes ? 1 : 0) + (range.MatchesAllSubTypes ? 1 : 0))
                .Select(range => range.Quality ?? 1)
                .FirstOrDefault(0);
        }
    }

    private static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue range) => new(range.MediaType);
}
