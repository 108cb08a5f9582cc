using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Core.Demonstration;

/// <summary>What closes a project's support: its evaluation, what both bodies say of a roll-out, and its sheet.</summary>
internal static class EndOfSupport
{
    /// <param name="slip">Days by which the plan was missed.</param>
    /// <param name="at">UTC.</param>
    public static Evaluation Evaluate(int edition, int number, int slip, DateTime at, string by) =>
        new()
        {
            Edition = edition,
            Number = number,
            Benefits =
            [
                new(
                    "Du temps rendu aux agents",
                    "Un quart d’heure par dossier, mesuré pendant l’essai",
                    OutcomeOf(slip)
                ),
                new("Une réponse plus rapide aux usagers", null, BenefitOutcome.NotMeasured),
                new(
                    "Des décisions mieux expliquées",
                    "Trois participants sur quatre citent la source affichée",
                    BenefitOutcome.Attained
                ),
            ],
            Conclusion =
                $"L’essai montre un bénéfice ; il reste à le mesurer en conditions réelles. {SupportTexts.Disclaimer}",
            RecordedAt = at,
            RecordedBy = by,
        };

    /// <param name="on">Paris day of the first verdict; the second follows a week later.</param>
    /// <param name="now">UTC.</param>
    public static ImmutableArray<RollOutVerdict> Judge(
        int edition,
        int number,
        int slip,
        DateOnly on,
        DateTime now,
        string dinsic,
        string ditp
    )
    {
        var second = ProjectSupportStory.Working(on.AddDays(7));
        return
        [
            .. new[]
            {
                Say(RollOutBody.Dinsic, slip > 60 ? RollOutAdvice.NoGo : RollOutAdvice.Go, on, dinsic),
                Say(
                    RollOutBody.Ditp,
                    slip > 60 ? RollOutAdvice.NoGo
                        : slip > 10 ? RollOutAdvice.GoWithConditions
                        : RollOutAdvice.Go,
                    second,
                    ditp
                ),
            }.Where(verdict => verdict.RecordedAt <= now),
        ];

        RollOutVerdict Say(RollOutBody body, RollOutAdvice advice, DateOnly day, string by) =>
            new()
            {
                Edition = edition,
                Number = number,
                Body = body,
                Advice = advice,
                On = day,
                Reason = advice switch
                {
                    RollOutAdvice.Go => "Bénéfice montré, équipe en place, coûts connus.",
                    RollOutAdvice.GoWithConditions => "À généraliser une fois l’hébergement homologué.",
                    _ => "Le modèle ne généralise pas assez ; à reprendre avec d’autres données.",
                },
                RecordedAt = ProjectSupportStory.At(day, 15),
                RecordedBy = by,
            };
    }

    /// <param name="on">Paris day.</param>
    /// <param name="now">UTC.</param>
    public static ProjectSheet? Publish(SupportedProject project, Prototype plan, DateOnly on, DateTime now, string by)
    {
        var at = ProjectSupportStory.At(on, 10);
        if (at > now)
        {
            return null;
        }

        var reading = project.Reading;
        var text = new SheetText(
            reading.Title,
            plan.StartsOn,
            plan.EndsOn,
            reading.Organisation,
            SheetStatus.Finished,
            "Un responsable métier, un responsable des données, un data scientist",
            reading.Techniques.IsEmpty ? null : string.Join(", ", reading.Techniques),
            reading.Ministry,
            null,
            null,
            $"{reading.Summary} {SupportTexts.Disclaimer}",
            "Des contrôles et des réponses mieux ciblés.",
            "Une réponse plus rapide.",
            "Moins de tâches répétitives.",
            "Des données annotées par le métier, un modèle mesuré sur des cas tenus à l’écart, un essai avec ses utilisateurs.",
            "Prototype essayé ; suites décidées par la DINSIC et la DITP."
        );
        var sheet = new ProjectSheet
        {
            Edition = project.Application.Edition,
            Number = project.Number,
            Draft = text,
            SavedAt = at,
            SavedBy = by,
        };
        sheet.Publications.Add(
            new SheetPublication
            {
                Text = text,
                PublishedAt = at,
                PublishedBy = by,
            }
        );
        return sheet;
    }

    private static BenefitOutcome OutcomeOf(int slip) =>
        slip switch
        {
            > 60 => BenefitOutcome.NotAttained,
            > 10 => BenefitOutcome.PartlyAttained,
            _ => BenefitOutcome.Attained,
        };
}
