using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Scores;

/// <summary>A session as one that was held: five criteria, and as many applications as asked for, decided in their ranks.</summary>
internal static class SampleSession
{
    public const string Fingerprint = "9f2b1c44d0a1e7c35b8e6f70112233445566778899aabbccddeeff0011223344";

    public static readonly DateOnly Held = new(2018, 11, 21);

    /// <param name="applications">The first third are laureates, the second third on the reserve list.</param>
    public static Session Of(
        DecidingBody body = DecidingBody.Jury,
        SessionState state = SessionState.Closed,
        int applications = 6
    )
    {
        var session = new Session
        {
            Edition = 1,
            Body = body,
            State = state,
            HeldOn = Held,
            Quorum = 3,
            OpenedAt = new DateTime(2018, 11, 21, 8, 5, 0, DateTimeKind.Utc),
            OpenedBy = "Claire Martin",
            EndedAt = state == SessionState.Open ? null : new DateTime(2018, 11, 21, 16, 40, 0, DateTimeKind.Utc),
            EndedBy = state == SessionState.Open ? null : "Claire Martin",
            EndReason = state == SessionState.Cancelled ? "Quorum perdu en cours de séance." : null,
            Remarks =
                "Le jury salue la qualité des dossiers.\nIl invite les porteurs à se rapprocher les uns des autres.",
            Basis = Basis(applications),
        };
        session.Members.AddRange([
            new()
            {
                Name = "Anne Lefèvre",
                Body = "DINSIC",
                IsPresent = true,
            },
            new()
            {
                Name = "Bruno Keller",
                Body = "DITP",
                IsPresent = true,
            },
            new()
            {
                Name = "Chloé Nguyen",
                Body = "Inria",
                IsPresent = true,
            },
            new()
            {
                Name = "Denis Pottier",
                Body = "Caisse des dépôts",
                IsPresent = false,
            },
        ]);
        if (applications > 1)
        {
            session.Recusals.Add(
                new()
                {
                    Member = "Bruno Keller",
                    Number = 1002,
                    Reason = "Son service est partenaire du projet.",
                }
            );
        }

        session.Decisions.AddRange(session.Basis.Applications.Select((one, index) => Decide(one, index, applications)));
        return session;
    }

    private static Decision Decide(FrozenApplication application, int index, int count)
    {
        var verdict =
            index * 3 < count ? Verdict.Laureate
            : index * 3 < count * 2 ? Verdict.ReserveList
            : Verdict.NotSelected;
        return new()
        {
            Edition = 1,
            Number = application.Number,
            Verdict = verdict,
            Reason = verdict switch
            {
                Verdict.Laureate => "Projet mûr, données prêtes et équipe engagée.",
                Verdict.ReserveList => "Bon projet ; l’accès aux données reste à confirmer.",
                _ => "Le besoin métier n’est pas établi.",
            },
            Amount = verdict == Verdict.Laureate ? new Money(250_000_00 + (index * 10_000_00)) : null,
            RecordedAt = new DateTime(2018, 11, 21, 15, 0, 0, DateTimeKind.Utc),
            RecordedBy = "Claire Martin",
        };
    }

    private static FrozenBasis Basis(int applications) =>
        new(
            new DateTime(2018, 11, 21, 8, 5, 0, DateTimeKind.Utc),
            Scale.FiveByHalves,
            LeastReviewers: 3,
            Places: 6,
            Shrinkage: 3,
            [
                new(1, "Bénéfices potentiels internes et externes pour l’action publique", "Bénéfices", 30),
                new(2, "Pertinence technique du projet", "Pertinence", 20),
                new(3, "Composition de l’équipe d’agents publics impliqués", "Équipe", 20),
                new(4, "Existence et accessibilité des données nécessaires", "Données", 20),
                new(5, "Prise en compte des risques éthiques", "Éthique", 10),
            ],
            [.. Enumerable.Range(0, applications).Select(Application)],
            new FrozenAgreement(0.61, 0.82, 0.55),
            Fingerprint
        );

    private static FrozenApplication Application(int index) =>
        new(
            1001 + index,
            $"Détection assistée des anomalies dans les demandes, lot {index + 1}",
            $"Direction fictive n° {(index % 7) + 1}",
            "Ministère fictif",
            new Money(300_000_00),
            Stage.Shortlisted,
            Mean: 4.6 - (index * 0.05),
            AdjustedMean: 4.55 - (index * 0.05),
            Rank: index + 1,
            AdjustedRank: index + 1,
            BestRank: Math.Max(1, index - 1),
            WorstRank: index + 3,
            IsTied: index == 3,
            Spread: 0.4,
            [4.5, 4, 4.5, 3.5, 4],
            [new FrozenReview("A", new DateTime(2018, 10, 20, 9, 0, 0, DateTimeKind.Utc), ReviewSheet.Empty)]
        );
}
