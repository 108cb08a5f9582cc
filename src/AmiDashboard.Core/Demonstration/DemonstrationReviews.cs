using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>Makes one edition's reviews and decisions from what the demonstration says became of its applications.</summary>
internal static class DemonstrationReviews
{
    public static DemonstrationScores Of(EditionCalendar calendar, GridProposal grid, bool isDone)
    {
        var random = new Random(1000 + calendar.Number);
        var applications = Programme
            .Applications.Where(one =>
                one.Edition == calendar.Number
                && one.Journey.Any(step => step.Stage == Stage.UnderReview)
                && one.Journey[^1].Stage != Stage.Withdrawn
            )
            .ToList();
        var conflicts = isDone ? [] : Conflicts(applications);
        var panel = DemonstrationScores.Panel;
        var proposal = AssignmentProposal.Of(
            [.. applications.Select(one => Sought(one, panel, conflicts))],
            [.. panel.Select((reviewer, index) => new AvailableReviewer(index, reviewer.Expertise, 0, null))],
            grid.LeastReviewers
        );
        ImmutableArray<(int Number, string Key)> assignments =
        [
            .. proposal.Assignments.Select(one => (one.Number, panel[one.Reviewer].Persona.Key)),
        ];
        var assignedAt = EditionCalendar.WorkingInstant(calendar.Closes.AddDays(17), 0, random);
        return new DemonstrationScores(
            calendar.Number,
            grid,
            EditionCalendar.WorkingInstant(calendar.Opens, 0, random),
            assignedAt,
            panel,
            assignments,
            conflicts,
            [.. Reviews(calendar, applications, assignments, isDone, random)],
            isDone ? DemonstrationDecisions.Of(calendar, applications, random) : []
        );
    }

    private static SoughtReviews Sought(
        DemonstrationApplication application,
        ImmutableArray<DemonstrationReviewer> panel,
        ImmutableArray<(int Number, string Key, string Reason)> conflicts
    )
    {
        var number = application.Dossier.Number;
        var ministry = MinistryOf(application);
        return new SoughtReviews(
            number,
            [
                .. application
                    .Dossier.Fields.Where(field => field.Kind == FieldKind.Choices)
                    .SelectMany(field => field.Choices),
            ],
            [],
            [
                .. Enumerable
                    .Range(0, panel.Length)
                    .Where(index =>
                        (panel[index].Ministry is { } own && own == ministry)
                        || conflicts.Any(one => one.Number == number && one.Key == panel[index].Persona.Key)
                    ),
            ]
        );
    }

    private static string? MinistryOf(DemonstrationApplication application) =>
        application
            .Dossier.Fields.FirstOrDefault(field => field.Label.StartsWith("Ministère", StringComparison.Ordinal))
            ?.Text;

    private static ImmutableArray<(int Number, string Key, string Reason)> Conflicts(
        List<DemonstrationApplication> applications
    ) =>
        [
            (
                applications[3].Dossier.Number,
                "reviewer2",
                "J’ai encadré une thèse dans cet établissement l’an dernier."
            ),
            (applications[9].Dossier.Number, "reviewer5", "Lien familial avec le chef de projet."),
        ];

    private static IEnumerable<DemonstrationReview> Reviews(
        EditionCalendar calendar,
        List<DemonstrationApplication> applications,
        ImmutableArray<(int Number, string Key)> assignments,
        bool isDone,
        Random random
    )
    {
        var worth = applications.ToDictionary(one => one.Dossier.Number, one => WorthOf(one, random));
        var panel = DemonstrationScores.Panel.ToDictionary(reviewer => reviewer.Persona.Key);
        foreach (var (number, key) in assignments)
        {
            var submitted = EditionCalendar.WorkingInstant(calendar.Closes.AddDays(19), 1 + random.Next(9), random);
            var started = submitted.AddMinutes(-20 - random.Next(600));
            var roll = random.NextDouble();
            if (!isDone && roll > .68)
            {
                // Not begun; the first one on a persona's list is left to be tried.
                continue;
            }

            var isDraft = !isDone && roll > .58;
            ImmutableArray<Score?> scores =
            [
                .. worth[number]
                    .Select((value, index) => Draw(value + panel[key].Leniency, isDraft && index > 2, random)),
            ];
            yield return new DemonstrationReview(
                number,
                key,
                scores,
                [
                    .. scores.Select(score =>
                        score is null && !isDraft ? "Le dossier n’en dit rien." : Comment(score, random)
                    ),
                ],
                isDraft ? null : Whole[random.Next(Whole.Length)],
                started,
                isDraft ? null : submitted
            );
        }
    }

    /// <summary>What an application is worth by criterion, in points of five.</summary>
    private static double[] WorthOf(DemonstrationApplication application, Random random)
    {
        var last = application.Journey[^1].Stage;
        var isShortlisted = application.Journey.Any(step => step.Stage == Stage.Shortlisted);
        var around = last switch
        {
            Stage.Laureate => 4.1,
            Stage.ReserveList => 3.7,
            Stage.NotSelected when isShortlisted => 3.4,
            Stage.NotSelected => 2.6,
            _ => 2.3 + (random.NextDouble() * 1.9),
        };
        return [.. Enumerable.Range(0, 5).Select(_ => around + ((random.NextDouble() - .5) * 1.1))];
    }

    private static Score? Draw(double value, bool isLeft, Random random)
    {
        if (isLeft || random.Next(60) == 0)
        {
            return null;
        }

        var halves = Math.Round((value + ((random.NextDouble() - .5) * 1.3)) * 2);
        return new Score((int)Math.Clamp(halves, 0, 10) * 50);
    }

    private static string? Comment(Score? score, Random random) =>
        score is not { } given || random.Next(3) > 0 ? null
        : given.Hundredths >= 400 ? Good[random.Next(Good.Length)]
        : given.Hundredths <= 200 ? Poor[random.Next(Poor.Length)]
        : null;

    private static readonly string[] Good =
    [
        "Convaincant, et chiffré.",
        "Point fort du dossier.",
        "L’équipe a déjà essayé, et le dit.",
    ];

    private static readonly string[] Poor =
    [
        "À démontrer.",
        "Le dossier reste général sur ce point.",
        "Une question à poser à l’audition.",
    ];

    private static readonly string?[] Whole =
    [
        null,
        "Bon dossier, à entendre.",
        "Projet utile ; la conduite du changement sera le vrai sujet.",
        "Intéressant, mais trop tôt.",
        "Je recommande de vérifier l’accès aux données avant tout engagement.",
    ];
}
