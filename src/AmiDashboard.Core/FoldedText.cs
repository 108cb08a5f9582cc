using System.Globalization;
using System.Text;

namespace AmiDashboard.Core;

/// <summary>Text as a reader compares it: without case, accents, ligatures, typographic quotes or repeated blanks.</summary>
public static class FoldedText
{
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var folded = new StringBuilder(text.Length);
        var blank = false;
        // Half a surrogate pair has no normal form.
        foreach (var c in PlainText.WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                blank = folded.Length > 0;
                continue;
            }

            if (blank)
            {
                folded.Append(' ');
                blank = false;
            }

            _ = c switch
            {
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                '’' or '‘' or 'ʼ' => folded.Append('\''),
                '“' or '”' or '«' or '»' => folded.Append('"'),
                '–' or '—' or '‑' or '‐' or '−' => folded.Append('-'),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }

        return folded.ToString();
    }
}
