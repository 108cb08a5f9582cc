using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard;

public sealed class WrittenDayTests
{
    [Theory]
    [InlineData("2019-03-01", "fr-FR", "1er mars 2019", "vendredi 1er mars 2019")]
    [InlineData("2019-03-02", "fr-FR", "2 mars 2019", "samedi 2 mars 2019")]
    [InlineData("2019-03-21", "fr-FR", "21 mars 2019", "jeudi 21 mars 2019")]
    [InlineData("2019-03-01", "en-GB", "1 March 2019", "Friday, 1 March 2019")]
    public void Only_the_first_of_a_month_is_an_ordinal_and_only_in_French(
        string day,
        string culture,
        string written,
        string withWeekday
    )
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var language = CultureInfo.GetCultureInfo(culture);

        Assert.Equal((written, withWeekday), (date.Written(language), date.WrittenWithWeekday(language)));
    }
}
