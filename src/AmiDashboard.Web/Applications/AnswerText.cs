using AmiDashboard.Core.Applications;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Applications;

/// <summary>An answer in words of the page's language: the typed value where the source gave one, else its text.</summary>
public static class AnswerText
{
    public static string? Of(DossierField field, IStringLocalizer texts)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(texts);
        return field.Kind switch
        {
            FieldKind.Number => field.Number?.ToString("#,0.##") ?? field.Text,
            FieldKind.Flag => field.Flag is { } flag ? texts[flag ? "Yes" : "No"] : field.Text,
            FieldKind.Date => field.Date?.ToString("d") ?? field.Text,
            FieldKind.Choices => string.Join(", ", field.Choices),
            FieldKind.Files => string.Join(", ", field.Files.Select(file => file.Name)),
            _ => field.Text,
        };
    }
}
