using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The trials of one project: with agents, then with citizens where it is for them; one is tried again.</summary>
/// <param name="prepared">Paris day on which the trial is prepared.</param>
/// <param name="held">Paris day on which the last one is held.</param>
/// <param name="now">UTC.</param>
internal sealed class TrialStory(
    SupportedProject project,
    DateOnly prepared,
    DateOnly held,
    DateTime now,
    Random random
)
{
    private const string Team = "Équipe projet";

    public ImmutableArray<UserTrial> Tell()
    {
        var isForCitizens = project.Reading.Audiences.Contains(Vocabulary.Audiences['C']);
        var trials = ImmutableArray.CreateBuilder<UserTrial>();
        Add(trials, Audience.Agents, held.AddDays(-28), 8 + random.Next(14), 55 + random.Next(20));
        Add(
            trials,
            isForCitizens ? Audience.Citizens : Audience.Agents,
            held,
            15 + random.Next(isForCitizens ? 60 : 25),
            62 + random.Next(24)
        );
        return trials.ToImmutable();
    }

    private void Add(
        ImmutableArray<UserTrial>.Builder trials,
        Audience audience,
        DateOnly on,
        int people,
        int usability
    )
    {
        var day = ProjectSupportStory.Working(on);
        var planned = ProjectSupportStory.At(ProjectSupportStory.Working(Earlier(prepared, day).AddDays(-35)), 9);
        var told = ProjectSupportStory.At(day, 18);
        // Drawn whether it is known or not: what was known earlier is the same when more is.
        var result = ResultOf(people, usability);
        if (planned > now)
        {
            return;
        }

        var trial = new UserTrial
        {
            Edition = project.Application.Edition,
            Number = project.Number,
            Audience = audience,
        };
        trial.Steps.Add(
            new UserTrialStep
            {
                Step = TrialStep.Planned,
                On = day,
                People = people + 3,
                RecordedAt = planned,
                RecordedBy = Team,
            }
        );
        if (told <= now)
        {
            trial.Steps.Add(
                new UserTrialStep
                {
                    Step = TrialStep.Held,
                    On = day,
                    People = people,
                    Result = result,
                    RecordedAt = told,
                    RecordedBy = Team,
                }
            );
        }

        trials.Add(trial);
    }

    private TrialResult ResultOf(int people, int usability)
    {
        var tried = people * 4;
        var answers = Enumerable.Range(0, people - random.Next(3)).Select(_ => Answer(usability)).ToImmutableArray();
        var satisfaction = new int[5];
        foreach (var answer in answers)
        {
            satisfaction[Math.Clamp((int)(answer.Score / 20), 0, 4)]++;
        }

        return new TrialResult(
            tried,
            tried * (usability + random.Next(-5, 10)) / 100,
            answers,
            [.. satisfaction],
            "Les participants veulent savoir d’où vient chaque proposition. " + SupportTexts.Disclaimer,
            "La source de chaque proposition est affichée à côté d’elle."
        );
    }

    /// <summary>Ten answers that lean to a score: odd items towards agreement, even ones against.</summary>
    private UsabilityAnswer Answer(int usability)
    {
        var items = ImmutableArray.CreateBuilder<int>(UsabilityAnswer.ItemCount);
        for (var item = 0; item < UsabilityAnswer.ItemCount; item++)
        {
            var points = Math.Clamp((int)Math.Round((usability / 25.0) + (random.NextDouble() * 2) - 1), 0, 4);
            items.Add(item % 2 == 0 ? points + 1 : 5 - points);
        }

        return new UsabilityAnswer(items.ToImmutable());
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
