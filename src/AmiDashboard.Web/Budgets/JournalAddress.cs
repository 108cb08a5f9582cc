using System.Globalization;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AmiDashboard.Web.Budgets;

/// <summary>
/// The journal's filter as the query of an address, for the page and its export. What is not understood is left out: an
/// old link still opens.
/// </summary>
internal static class JournalAddress
{
    public static string Of(string path, LedgerJournal.Query query) =>
        QueryHelpers.AddQueryString(
            path,
            new Dictionary<string, string?>
            {
                ["edition"] = query.Edition?.ToString(CultureInfo.InvariantCulture),
                ["numero"] = query.Number?.ToString(CultureInfo.InvariantCulture),
                ["kind"] = query.Kind?.ToString(),
                ["from"] = AddressDay.Of(query.From),
                ["to"] = AddressDay.Of(query.To),
                ["page"] = query.Page > 0 ? (query.Page + 1).ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => pair.Value is not null)
        );

    public static LedgerJournal.Query Read(string uri) =>
        Read(QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? uri[at..] : ""));

    public static LedgerJournal.Query Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = query.ToDictionary(
            pair => pair.Key,
            pair => (string?)pair.Value,
            StringComparer.OrdinalIgnoreCase
        );
        return new(
            AddressNumber.Read(values.GetValueOrDefault("edition")),
            AddressNumber.Read(values.GetValueOrDefault("numero")),
            Enum.TryParse<EntryKind>(values.GetValueOrDefault("kind"), ignoreCase: true, out var kind)
            && Enum.IsDefined(kind)
                ? kind
                : null,
            AddressDay.Read(values.GetValueOrDefault("from")),
            AddressDay.Read(values.GetValueOrDefault("to")),
            AddressNumber.PageOf(values.GetValueOrDefault("page"))
        );
    }
}
