using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Demonstration;

/// <summary>A row as the dossier that démarches-simplifiées would show: the call's form, answered.</summary>
internal static class DemonstrationDossier
{
    private const string Agent = "instructeur@example.invalid";

    public static Dossier Of(
        EditionCalendar calendar,
        int number,
        Row row,
        DateTime depositedAt,
        IReadOnlyList<JourneyStep> journey,
        Random random
    )
    {
        var instruction = journey.Count > 0 ? journey[0].At : (DateTime?)null;
        var (state, outcome) = StateOf(journey);
        var processed = outcome is null ? null : journey[^1].At as DateTime?;
        return new Dossier
        {
            Number = number,
            State = state,
            DepositedAt = depositedAt,
            InstructionAt = instruction,
            ProcessedAt = processed,
            ModifiedAt = processed ?? instruction ?? depositedAt,
            Applicant = new Applicant
            {
                Siret = Siret(number),
                Organisation = row.Organisation,
                LegalForm = row.LegalForm,
                Email = $"porteur{number}@example.invalid",
                City = row.City,
            },
            Labels = row.Fate is Fate.Laureate ? ["Complet", "Lauréat"] : ["Complet"],
            Fields = Fields(calendar, number, row, random),
            Events =
            [
                new DossierEvent("depose", depositedAt, null, null),
                .. instruction is { } at ? new[] { new DossierEvent("passe_en_instruction", at, Agent, null) } : [],
                .. outcome is not null
                    ? new[] { new DossierEvent(outcome, processed!.Value, Agent, journey[^1].Reason) }
                    : [],
            ],
            Motivation = outcome is null ? null : journey[^1].Reason,
        };
    }

    private static (SourceState State, string? Outcome) StateOf(IReadOnlyList<JourneyStep> journey) =>
        journey.Count == 0
            ? (SourceState.UnderConstruction, null)
            : journey[^1].Stage switch
            {
                Stage.Laureate => (SourceState.Accepted, "accepte"),
                Stage.ReserveList or Stage.NotSelected => (SourceState.Refused, "refuse"),
                Stage.Ineligible or Stage.Withdrawn => (SourceState.Closed, "classe_sans_suite"),
                _ => (SourceState.UnderInstruction, null),
            };

    private static ImmutableArray<DossierField> Fields(EditionCalendar calendar, int number, Row row, Random random)
    {
        var euros = row.ThousandEuros * 1000;
        var start = calendar.Results.AddDays(10 + random.Next(60));
        return
        [
            Question("projet", "Votre projet", FieldKind.Heading),
            Question("titre", "Titre du projet", FieldKind.Text, row.Title),
            Question("ministere", "Ministère ou opérateur porteur", FieldKind.Choice, row.Ministry),
            Question("resume", "Résumé", FieldKind.Text, row.Summary),
            Question("techniques", "Techniques d’IA visées", FieldKind.Choices, Joined(row.Techniques)) with
            {
                Choices = row.Techniques,
            },
            Question("audiences", "Utilisateurs du prototype", FieldKind.Choices, Joined(row.Audiences)) with
            {
                Choices = row.Audiences,
            },
            Question("benefices", "Bénéfices internes et externes", FieldKind.Text, Pick(Vocabulary.Benefits)),
            Question("equipe", "Équipe", FieldKind.Rows) with
            {
                Rows = Team(),
            },
            Flag("donnees", "Les données sont-elles accessibles\u00A0?", random.Next(5) > 0),
            Question("risques", "Risques éthiques", FieldKind.Text, Pick(Vocabulary.Risks)),
            Question("budget", "Budget demandé (en euros)", FieldKind.Number, euros?.ToString(French)) with
            {
                Number = euros,
            },
            Question(
                "demarrage",
                "Date de démarrage souhaitée",
                FieldKind.Date,
                start.ToString("d MMMM yyyy", French)
            ) with
            {
                Date = start,
            },
            Question("lettre", "Lettre d’engagement", FieldKind.Files, "lettre d’engagement.pdf") with
            {
                Files =
                [
                    new DossierFile(
                        "lettre d’engagement.pdf",
                        "application/pdf",
                        random.Next(40_000, 900_000),
                        Checksum()
                    ),
                ],
            },
            Flag("attestation", "J’atteste l’exactitude", true),
        ];

        DossierField Question(string key, string label, FieldKind kind, string? text = null) =>
            new()
            {
                DescriptorId = $"demonstration-{calendar.Number}-{key}",
                Label = label,
                Kind = kind,
                Text = text,
            };

        DossierField Flag(string key, string label, bool flag) =>
            Question(key, label, FieldKind.Flag, flag ? "Oui" : "Non") with
            {
                Flag = flag,
            };

        string Pick(string[] from) => from[random.Next(from.Length)];

        ImmutableArray<ImmutableArray<DossierField>> Team() =>
            [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => Member(20 * (1 + random.Next(5))))];

        ImmutableArray<DossierField> Member(int percent) =>
            [
                Question("nom", "Nom", FieldKind.Text, $"{Pick(Vocabulary.FirstNames)} {Pick(Vocabulary.LastNames)}"),
                Question("fonction", "Fonction", FieldKind.Text, Pick(Vocabulary.Roles)),
                Question("quotite", "Quotité (ETP)", FieldKind.Number, (percent / 100m).ToString(French)) with
                {
                    Number = percent / 100m,
                },
            ];

        // The source gives an MD5; any sixteen bytes look like one, and no file stands behind these.
        string Checksum() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"lettre {number}"))[..16]);
    }

    private static string? Joined(ImmutableArray<string> choices) =>
        choices.IsEmpty ? null : string.Join(", ", choices);

    /// <summary>Fourteen digits whose check digit is wrong on purpose, so that they are nobody's.</summary>
    private static string Siret(int number)
    {
        var digits = $"99{number:0000000}0001";
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            // Luhn: counted from the check digit that follows, every other digit is doubled.
            var digit = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return $"{digits}{(10 - (sum % 10) + 5) % 10}";
    }

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
}
