namespace AmiDashboard.Core.People;

/// <summary>Somebody who signed in at least once, known by issuer and subject of their token (a name is no key).</summary>
public sealed class Person
{
    public int Id { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string Name { get; set; }

    public string? Email { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime FirstSignInAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime LastSignInAt { get; set; }

    /// <summary>True once an administrator has granted or withdrawn something: roles of the token count no more.</summary>
    public bool IsManaged { get; set; }

    /// <summary>Raised when their sessions are closed: a sign-in made under another number opens nothing any more.</summary>
    public int SessionStamp { get; set; }

    public int Version { get; set; }

    public List<Entitlement> Entitlements { get; } = [];
}

/// <summary>A profile given to a person over a perimeter, from a day to another. Kept once withdrawn.</summary>
public sealed class Entitlement
{
    public int Id { get; init; }

    public int PersonId { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>An edition's number; null where the perimeter is not one edition.</summary>
    public int? Edition { get; init; }

    /// <summary>Numbers of applications; empty with <see cref="Edition"/> null and <see cref="IsEverything"/> false reaches nothing.</summary>
    public List<int> Applications { get; init; } = [];

    public bool IsEverything { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime GrantedAt { get; init; }

    /// <summary>Who granted it; « rôle SSO » where it came from the token.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>The second administrator, where one had to confirm it (<see cref="SecondPersonRules"/>).</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public Perimeter Perimeter => Perimeter.Of(IsEverything, Edition, Applications);
}
