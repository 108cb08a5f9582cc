using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Web.Shell;

namespace AmiDashboard.Web.Budgets;

/// <summary>
/// The day and the period of SGPI's table as an address says them: <c>asOf=2018-12-31</c>, <c>periode=2019-T1</c> or
/// <c>periode=2019</c>. Today and its quarter where it does not, or where it is not understood.
/// </summary>
/// <param name="On">Paris day, never in the future.</param>
/// <param name="IsYear">Whether the period is a whole year.</param>
internal sealed record SgpiAddress(DateOnly On, Period Period, bool IsYear)
{
    /// <summary>As <c>periode</c> says it.</summary>
    public string PeriodName =>
        IsYear
            ? Period.From.Year.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Period.From.Year}-T{Period.QuarterNumber}");

    /// <summary>
    /// UTC: the end of the table's day, or now: schedule, co-financing and comment are those that stood then.
    /// </summary>
    public DateTime AsOf(DateTime now) => new ApplicationFilter { AsOf = On }.InstantAt(now);

    /// <summary>Quarters and years that the choice offers, the latest first.</summary>
    public static IEnumerable<SgpiAddress> Choices(DateOnly on, int firstYear)
    {
        for (var year = on.Year; year >= firstYear; year--)
        {
            yield return new(on, Period.Year(year), true);
            for (
                var quarter = year == on.Year ? Period.QuarterOf(on).QuarterNumber : Period.QuartersInYear;
                quarter >= 1;
                quarter--
            )
            {
                yield return new(on, Period.Quarter(year, quarter), false);
            }
        }
    }

    public string At(string path, ApplicationFilter filter) =>
        Applications.FilterAddress.Of(path, filter, [new("asOf", AddressDay.Of(On)), new("periode", PeriodName)]);

    public static SgpiAddress Read(string? asOf, string? period, DateOnly today)
    {
        var on = AddressDay.Read(asOf) is { } asked && asked <= today ? asked : today;
        return (period ?? "").Split('-') switch
        {
            [var year] when YearOf(year) is { } whole => new(on, Period.Year(whole), true),
            [var year, ['T' or 't', >= '1' and <= '4' and var quarter]] when YearOf(year) is { } of => new(
                on,
                Period.Quarter(of, quarter - '0'),
                false
            ),
            _ => new(on, Period.QuarterOf(on), false),
        };
    }

    private static int? YearOf(string text) =>
        AddressNumber.Read(text) is { } year && year >= ProgrammeDays.First.Year && year <= ProgrammeDays.Last.Year
            ? year
            : null;
}
