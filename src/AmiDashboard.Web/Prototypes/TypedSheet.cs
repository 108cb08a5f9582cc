using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Prototypes;

/// <summary>How a field of a sheet is typed.</summary>
internal enum SheetFieldKind
{
    Line,
    Lines,
    Day,
    Choice,
}

/// <param name="Name">As the browser names it.</param>
/// <param name="Read">As the browser writes it.</param>
internal sealed record SheetField(
    string Name,
    SheetFieldKind Kind,
    Func<SheetText, string?> Read,
    Func<SheetText, string?, SheetText> Write
)
{
    /// <summary>What a publication needs.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A sheet's fields as the browser names and writes them; unknown names are left out.</summary>
internal static class TypedSheet
{
    private const string DayForm = "yyyy-MM-dd";

    public static readonly ImmutableArray<SheetField> Identity =
    [
        Line("title", sheet => sheet.Title, (sheet, text) => sheet with { Title = text }) with
        {
            IsRequired = true,
        },
        Line(
            "administration",
            sheet => sheet.Administration,
            (sheet, text) => sheet with { Administration = text }
        ) with
        {
            IsRequired = true,
        },
        Day("startedOn", sheet => sheet.StartedOn, (sheet, day) => sheet with { StartedOn = day }),
        Day("endedOn", sheet => sheet.EndedOn, (sheet, day) => sheet with { EndedOn = day }),
        new(
            "status",
            SheetFieldKind.Choice,
            sheet => sheet.Status.ToString(),
            (sheet, text) =>
                Enum.TryParse<SheetStatus>(text, out var status) && Enum.IsDefined(status)
                    ? sheet with
                    {
                        Status = status,
                    }
                    : sheet
        ),
        Line("holders", sheet => sheet.Holders, (sheet, text) => sheet with { Holders = text }),
        Line("domain", sheet => sheet.Domain, (sheet, text) => sheet with { Domain = text }),
        Line("policy", sheet => sheet.Policy, (sheet, text) => sheet with { Policy = text }),
        Line("trade", sheet => sheet.Trade, (sheet, text) => sheet with { Trade = text }),
        Line("sourceCode", sheet => sheet.SourceCode, (sheet, text) => sheet with { SourceCode = text }),
    ];

    public static readonly ImmutableArray<SheetField> Text =
    [
        Lines("context", sheet => sheet.Context, (sheet, text) => sheet with { Context = text }) with
        {
            IsRequired = true,
        },
        Lines(
            "benefitsForPolicy",
            sheet => sheet.BenefitsForPolicy,
            (sheet, text) => sheet with { BenefitsForPolicy = text }
        ),
        Lines(
            "benefitsForUsers",
            sheet => sheet.BenefitsForUsers,
            (sheet, text) => sheet with { BenefitsForUsers = text }
        ),
        Lines(
            "benefitsForAgents",
            sheet => sheet.BenefitsForAgents,
            (sheet, text) => sheet with { BenefitsForAgents = text }
        ),
        Lines("approach", sheet => sheet.Approach, (sheet, text) => sheet with { Approach = text }) with
        {
            IsRequired = true,
        },
        Lines("results", sheet => sheet.Results, (sheet, text) => sheet with { Results = text }),
    ];

    public static IEnumerable<SheetField> All => [.. Identity, .. Text];

    public static SheetText Apply(SheetText sheet, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        foreach (var (name, value) in fields)
        {
            var written = string.IsNullOrWhiteSpace(value) ? null : value;
            sheet = All.FirstOrDefault(field => field.Name == name)?.Write(sheet, written) ?? sheet;
        }

        return sheet;
    }

    private static SheetField Line(
        string name,
        Func<SheetText, string?> read,
        Func<SheetText, string?, SheetText> write
    ) => new(name, SheetFieldKind.Line, read, write);

    private static SheetField Lines(
        string name,
        Func<SheetText, string?> read,
        Func<SheetText, string?, SheetText> write
    ) => new(name, SheetFieldKind.Lines, read, write);

    private static SheetField Day(
        string name,
        Func<SheetText, DateOnly?> read,
        Func<SheetText, DateOnly?, SheetText> write
    ) =>
        new(
            name,
            SheetFieldKind.Day,
            sheet => read(sheet)?.ToString(DayForm, CultureInfo.InvariantCulture),
            (sheet, text) =>
                write(
                    sheet,
                    DateOnly.TryParseExact(
                        text,
                        DayForm,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                        ? day
                        : null
                )
        );
}
