using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Demonstration;

/// <summary>Somebody who signs in with the embedded provider of a development machine. Invented, like their address.</summary>
/// <param name="Key">What <c>login_hint</c> calls them.</param>
public sealed record Persona(string Key, string Name, IReadOnlyList<Profile> Profiles, Perimeter Perimeter)
{
    public string Email => $"{Key}@example.invalid";

    /// <summary>Subject and object identifier of their token: the same on every machine, made from the key.</summary>
    public Guid Subject { get; } = new(SHA256.HashData(Encoding.UTF8.GetBytes($"persona {Key}")).AsSpan(0, 16));
}

/// <summary>The personas of the embedded sign-in, one profile each, and what each may see of the demonstration.</summary>
public static class Personas
{
    internal const string Dinsic = "Claire Vasseur";
    internal const string Dinsic2 = "Hugo Marchetti";
    internal const string Ditp = "Nadia Ferrand";

    private const int ReviewersInAll = 6;
    private const int ReviewedInEachEdition = 6;

    public static IReadOnlyList<Persona> All { get; } =
    [
        Everywhere("administrator", "Alix Lemoine", Profile.Administrator),
        Everywhere("dinsic", Dinsic, Profile.Dinsic),
        Everywhere("dinsic2", Dinsic2, Profile.Dinsic),
        Everywhere("ditp", Ditp, Profile.Ditp),
        Everywhere("ditp2", "Paul Le Goff", Profile.Ditp),
        Everywhere("sgpi", "Hélène Castaing", Profile.Sgpi),
        Everywhere("cdc", "Youssef Arnaud", Profile.Cdc),
        Everywhere("cdc2", "Marie-Laure Pichon", Profile.Cdc),
        Everywhere("leadership", "Bertrand Sénéchal", Profile.Leadership),
        Reviewer(1, "Anaïs Delmas"),
        Reviewer(2, "Grégoire Quéré"),
        Reviewer(3, "Salomé Ozanne"),
        Reviewer(4, "Mehdi Rousselot"),
        Reviewer(5, "Véronique Thévenin"),
        Reviewer(6, "Étienne Karpov"),
        Team("ministry1", "Inès Robin (AFB)", "AFB"),
        Team("ministry2", "Thomas Lafitte (CHU de Toulouse)", "CHU de Toulouse"),
        Team("ministry3", "Odile Garance (DGAL)", "DGAL"),
        new("nobody", "Dominique Nérac", [], Perimeter.Nothing),
    ];

    public static Persona? Find(string? key) => All.FirstOrDefault(persona => persona.Key == key);

    private static Persona Everywhere(string key, string name, Profile profile) =>
        new(key, name, [profile], Perimeter.Everything);

    private static Persona Team(string key, string name, string organisation) =>
        new(key, name, [Profile.Ministry], Perimeter.OfApplications(Programme.NumberOf(organisation)));

    /// <summary>Six applications of each edition, none shared with another reviewer.</summary>
    private static Persona Reviewer(int which, string name) =>
        new(
            $"reviewer{which}",
            name,
            [Profile.Reviewer],
            Perimeter.OfApplications(
                Programme
                    .Applications.GroupBy(application => application.Edition)
                    .SelectMany(edition =>
                        edition
                            .Where((_, index) => index % ReviewersInAll == which - 1)
                            .Take(ReviewedInEachEdition)
                            .Select(application => application.Dossier.Number)
                    )
            )
        );
}
