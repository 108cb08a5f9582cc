using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Prototypes;

/// <summary>What texts and addresses of prototypes must be.</summary>
public static class PlanText
{
    /// <summary>Null where there is one of a fair length.</summary>
    public static Refusal? CheckReason(string? reason) =>
        IsEmpty(reason) ? new Refusal("Refusal_ReasonMissing")
        : reason.Length > StageRules.LongestReason ? new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason)
        : null;

    /// <summary>Null for texts that are short enough; an absent one is.</summary>
    public static Refusal? CheckLength(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Length > Prototype.LongestText)
            {
                return new Refusal("Refusal_TextTooLong", Prototype.LongestText);
            }
        }

        return null;
    }

    /// <summary>Null for a whole https address, or none.</summary>
    public static Refusal? CheckAddress(string? address) =>
        address is null
        || (
            address.Length <= Prototype.LongestText
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
        )
            ? null
            : new Refusal("Refusal_LinkNotHttps");

    /// <summary>Whether nothing is left of it once it is tidy: what would be kept is what is judged.</summary>
    public static bool IsEmpty([NotNullWhen(false)] string? text) => Tidy(text) is null;

    /// <summary>The same text without control characters and spaces around; null where nothing is left.</summary>
    public static string? Tidy(string? text) => PlainText.Of(text)?.Trim() is { Length: > 0 } tidy ? tidy : null;
}
