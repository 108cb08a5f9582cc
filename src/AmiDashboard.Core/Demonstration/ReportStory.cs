using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The monthly reports of one project, as far as they were published at an instant.</summary>
/// <param name="slips">Days by which each milestone is missed, in the order of the plan.</param>
/// <param name="reached">The Paris day on which a milestone is reached, by its position.</param>
/// <param name="now">UTC.</param>
internal sealed class ReportStory(
    SupportedProject project,
    ImmutableArray<int> slips,
    Func<int, DateOnly> reached,
    DateTime now,
    Random random
)
{
    public IEnumerable<MonthlyReport> Tell()
    {
        for (var index = 0; index <= ProjectSupportStory.Months; index++)
        {
            var month = ReportRules.MonthOf(project.StartsOn).AddMonths(index);
            var day = ProjectSupportStory.Working(month.AddDays(23 + random.Next(3)));
            // One team forgets its reports from the fifth month on, for a while.
            if (
                day < project.StartsOn
                || ProjectSupportStory.At(day, 16) > now
                || (project.Index == 11 && index is 3 or 4 or 5)
            )
            {
                continue;
            }

            var weather = WeatherOn(day);
            yield return new MonthlyReport
            {
                Edition = project.Application.Edition,
                Number = project.Number,
                Month = month,
                Text = new ReportText(
                    weather,
                    $"{SupportTexts.Synthesis(weather)} {SupportTexts.Disclaimer}",
                    SupportTexts.Done[Math.Min(index, SupportTexts.Done.Length - 1)],
                    SupportTexts.Next[Math.Min(index, SupportTexts.Next.Length - 1)],
                    weather < Weather.Overcast ? "Un appui pour débloquer l’étape en retard." : null,
                    [.. Risks(weather)]
                ),
                StartedAt = ProjectSupportStory.At(day, 14),
                SavedAt = ProjectSupportStory.At(day, 16),
                SavedBy = ProjectSupportStory.Team,
                PublishedAt = ProjectSupportStory.At(day, 16),
                PublishedBy = ProjectSupportStory.Team,
            };
        }
    }

    /// <summary>By the delay of the milestone that is next.</summary>
    private Weather WeatherOn(DateOnly day)
    {
        var next = Enumerable.Range(1, slips.Length).FirstOrDefault(position => reached(position) > day);
        return next == 0
            ? Weather.Sun
            : slips[next - 1] switch
            {
                > 45 => Weather.Storm,
                > 20 => Weather.Cloud,
                > 7 => Weather.Overcast,
                _ => Weather.Sun,
            };
    }

    private IEnumerable<Risk> Risks(Weather weather)
    {
        var count = 1 + ((int)Weather.Sun - (int)weather) / 2 + random.Next(2);
        var first = random.Next(SupportTexts.Risks.Length);
        for (var index = 0; index < count; index++)
        {
            var risk = SupportTexts.Risks[(first + index) % SupportTexts.Risks.Length];
            var worse = weather == Weather.Storm && index == 0 ? 1 : 0;
            yield return risk with
            {
                Probability = Math.Min(Risk.Highest, risk.Probability + worse),
            };
        }
    }
}
