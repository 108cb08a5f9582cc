using System.Security.Cryptography;
using System.Text;

namespace AmiDashboard.Core.Applications;

/// <summary>What a question of the form means to the product.</summary>
public enum FieldTarget
{
    None,
    Title,
    Ministry,
    Summary,
    Techniques,
    Audiences,
    Benefits,
    Team,
    TeamName,
    TeamRole,
    TeamShare,
    DataAccessible,
    EthicalRisks,
    Requested,
    WishedStart,
}

/// <summary>One question of an edition's form and what it means. First guessed by label; a person's choice stays.</summary>
public sealed class FieldMapping
{
    public int Id { get; init; }

    public int EditionId { get; init; }

    /// <summary>
    /// The source's champDescriptorId; where an export has none, the folded label behind a « ~ »; both, where one
    /// descriptor carries several questions. At most <see cref="LongestKey"/> characters.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The label last seen.</summary>
    public required string Label { get; set; }

    public FieldTarget Target { get; set; }

    /// <summary>True once a person chose: a synchronisation no longer guesses.</summary>
    public bool IsByHand { get; set; }

    public int Version { get; set; }

    public const int LongestKey = 300;

    /// <summary>The usual key: by descriptor, so that an edited label stays the same question.</summary>
    public static string KeyOf(DossierField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Bounded(field.DescriptorId ?? "~" + FoldedText.Fold(field.Label));
    }

    /// <summary>The key of a question whose descriptor another question carries too.</summary>
    public static string NarrowKeyOf(DossierField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Bounded($"{field.DescriptorId}~{FoldedText.Fold(field.Label)}");
    }

    private static string Bounded(string key)
    {
        if (key.Length <= LongestKey)
        {
            return key;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return $"{key.AsSpan(0, LongestKey - digest.Length - 1)}#{digest}";
    }
}
