using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Live;

/// <summary>
/// How long one message of a browser may be: the longest field of all forms, whatever its letters are. A longer one ends
/// the connection, so every field has a <c>maxlength</c> within <see cref="LongestField"/>; drafts are sent field by field.
/// </summary>
public static class CircuitMessages
{
    /// <summary>Letters as browsers count them, by UTF-16.</summary>
    public const int LongestField = UsabilityAnswer.LongestList;

    /// <summary>A control character is written as <c>\u001f</c>; every other letter takes less.</summary>
    private const int BytesPerLetter = 6;

    /// <summary>The names of the call and of the event around it.</summary>
    private const int Envelope = 16 * 1024;

    /// <summary>Bytes.</summary>
    public const long Largest = (BytesPerLetter * LongestField) + Envelope;
}
