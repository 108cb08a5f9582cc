using AmiDashboard.Core.Applications;

namespace AmiDashboard.Shell;

/// <summary>
/// What people, old links, other programs and attackers write where an address expects a number, a day, a name or some
/// words. As a query has them, escaped where they have to be.
/// </summary>
internal static class OddValues
{
    /// <summary>Those that have broken something: worth a request of their own for each parameter.</summary>
    public static IReadOnlyList<string> Worst { get; } =
    ["", "abc", "-1", "99999999999", "0001-01-01", "9999-12-31", "%00"];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Worst,
        // Numbers, or nearly.
        "0",
        "+1",
        "1e3",
        "2147483647",
        "2147483648",
        new('9', 400),
        "%D9%A3",
        "1,2",
        string.Join(',', Enumerable.Range(1, NumberSet.Most + 1)),
        // Days, or nearly.
        "2000-01-01",
        "2100-12-31",
        "2018-02-30",
        "31/12/9999",
        "2018-11-21T00:00",
        // Words that mean something elsewhere.
        "true",
        "x",
        "*",
        "%25",
        "%5C",
        "%22",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%0D%0ASet-Cookie:%20odd=1",
        "//evil.example/",
        "/%C3%A9t%C3%A9%20%E2%82%AC",
        // What is no text, or hardly.
        "%20",
        "a%00b",
        "%ED%A0%80",
        "%FF",
        "%F0%9F%8F%B3%EF%B8%8F%E2%80%8D%F0%9F%8C%88",
        // Too much of it.
        new('x', 3000),
        string.Concat(Enumerable.Repeat("%EF%B7%BA", 250)),
        string.Join('+', Enumerable.Repeat("a", 1660)),
    ];
}
