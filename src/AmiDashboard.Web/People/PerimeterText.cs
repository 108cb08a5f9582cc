using System.Globalization;
using AmiDashboard.Core.People;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.People;

/// <summary>A perimeter as people say it, and the numbers that they type.</summary>
internal static class PerimeterText
{
    public static string Of(Perimeter perimeter, IStringLocalizer<PeopleTexts> texts) =>
        perimeter switch
        {
            { IsEverything: true } => texts["Reach_Everything"],
            { IsNothing: true } => texts["Reach_Nothing"],
            { Editions.Count: > 0 } => texts["Reach_EditionNumber", string.Join(", ", perimeter.Editions.Order())],
            { Applications.Count: 1 } => texts["Reach_OneApplication", perimeter.Applications.Single()],
            _ => texts["Reach_SomeApplications", string.Join(", ", perimeter.Applications.Order())],
        };

    /// <summary>Numbers parted by commas, semicolons or spaces; null where something else is written, or nothing.</summary>
    public static Perimeter? OfNumbers(string written)
    {
        var numbers = new List<int>();
        foreach (var word in written.Split([',', ';', ' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : Perimeter.OfApplications(numbers);
    }
}
