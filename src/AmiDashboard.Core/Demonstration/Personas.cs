using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Demonstration;

/// <summary>Somebody who signs in with the embedded provider of a development machine. Invented, like their address.</summary>
/// <param name="Key">What <c>login_hint</c> calls them.</param>
/// <param name="Body">Where they work, for the list that they are chosen from.</param>
public sealed record Persona(string Key, string Name, string Body, IReadOnlyList<Profile> Profiles, Perimeter Perimeter)
{
    public string Email => $"{Key}@example.invalid";

    /// <summary>App roles of their token, as they would be written at Entra ID: a profile, or one over some numbers.</summary>
    public IReadOnlyList<string> Roles =>
        [
            .. Profiles.Select(profile =>
                Perimeter.IsEverything
                    ? profile.ToString()
                    : $"{profile}:{string.Join(',', Perimeter.Applications.Order())}"
            ),
        ];

    /// <summary>Subject and object identifier of their token: the same on every machine, made from the key.</summary>
    public Guid Subject { get; } = new(SHA256.HashData(Encoding.UTF8.GetBytes($"persona {Key}")).AsSpan(0, 16));
}

/// <summary>The personas of the embedded sign-in, one profile each, and what each may see of the demonstration.</summary>
public static class Personas
{
    internal const string Dinsic = "Claire Vasseur";
    internal const string Dinsic2 = "Hugo Marchetti";
    internal const string Ditp = "Nadia Ferrand";

    public static IReadOnlyList<Persona> All { get; } =
    [
        Everywhere("administrator", "Alix Lemoine", "DINSIC", Profile.Administrator),
        Everywhere("dinsic", Dinsic, "DINSIC", Profile.Dinsic),
        Everywhere("dinsic2", Dinsic2, "DINSIC", Profile.Dinsic),
        Everywhere("ditp", Ditp, "DITP", Profile.Ditp),
        Everywhere("ditp2", "Paul Le Goff", "DITP", Profile.Ditp),
        Everywhere("sgpi", "Hélène Castaing", "SGPI", Profile.Sgpi),
        Everywhere("cdc", "Youssef Arnaud", "Caisse des dépôts", Profile.Cdc),
        Everywhere("cdc2", "Marie-Laure Pichon", "Caisse des dépôts", Profile.Cdc),
        Everywhere("leadership", "Bertrand Sénéchal", "DITP", Profile.Leadership),
        Reviewer(1, "Anaïs Delmas", "Institut fictif du numérique"),
        Reviewer(2, "Grégoire Quéré", "Université de Port-Lavande"),
        Reviewer(3, "Salomé Ozanne", "DINSIC"),
        Reviewer(4, "Mehdi Rousselot", "Agence fictive de la sécurité numérique"),
        Reviewer(5, "Véronique Thévenin", "École fictive du service public"),
        Reviewer(6, "Étienne Karpov", "DITP"),
        Team("ministry1", "Inès Robin", "AFB"),
        Team("ministry2", "Thomas Lafitte", "CHU de Toulouse"),
        Team("ministry3", "Odile Garance", "DGAL"),
        // The one whose prototype is being supported.
        Team("ministry4", "Marc Estève", "DGCCRF"),
        new("nobody", "Dominique Nérac", "Sans droit", [], Perimeter.Nothing),
    ];

    public static Persona? Find(string? key) => All.FirstOrDefault(persona => persona.Key == key);

    private static Persona Everywhere(string key, string name, string body, Profile profile) =>
        new(key, name, body, [profile], Perimeter.Everything);

    private static Persona Team(string key, string name, string organisation) =>
        new(key, name, organisation, [Profile.Ministry], Perimeter.OfApplications(Programme.NumberOf(organisation)));

    /// <summary>May be given any application; sees those they have.</summary>
    private static Persona Reviewer(int which, string name, string body) =>
        new($"reviewer{which}", name, body, [Profile.Reviewer], Perimeter.Everything);
}
