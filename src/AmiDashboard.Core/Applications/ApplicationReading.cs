using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications;

/// <summary>What the product understands of a dossier once the meaning of its questions is known. Pure: see <see cref="Of"/>.</summary>
public sealed record ApplicationReading
{
    /// <summary>Longest technique or ministry name kept as a category, in characters.</summary>
    public const int LongestCategory = 200;

    public required string Title { get; init; }

    public string? Organisation { get; init; }

    /// <summary>As declared; null where the question is unanswered.</summary>
    public string? Ministry { get; init; }

    public string? Summary { get; init; }

    public string? Benefits { get; init; }

    public string? EthicalRisks { get; init; }

    public ImmutableArray<string> Techniques { get; init; } = [];

    public ImmutableArray<string> Audiences { get; init; } = [];

    public bool? DataAccessible { get; init; }

    /// <summary>Null where unanswered: not zero.</summary>
    public Money? Requested { get; init; }

    public DateOnly? WishedStart { get; init; }

    public ImmutableArray<TeamMember> Team { get; init; } = [];

    /// <summary>Folded text that free search looks through.</summary>
    public string SearchText =>
        FoldedText.Fold(string.Join(' ', [Title, Organisation, Ministry, Summary, .. Techniques]));

    public static ApplicationReading Of(Dossier dossier, FieldMap map)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(map);
        var answers = dossier.Fields.ToLookup(map.TargetOf);
        return new ApplicationReading
        {
            Title = Text(FieldTarget.Title) ?? $"Dossier {dossier.Number}",
            Organisation = PlainText.Of(dossier.Applicant.Organisation),
            Ministry = Category(Text(FieldTarget.Ministry)),
            Summary = Text(FieldTarget.Summary),
            Benefits = Text(FieldTarget.Benefits),
            EthicalRisks = Text(FieldTarget.EthicalRisks),
            Techniques = Categories(FieldTarget.Techniques),
            Audiences = Categories(FieldTarget.Audiences),
            DataAccessible = answers[FieldTarget.DataAccessible]
                .Select(field => field.Flag)
                .FirstOrDefault(flag => flag is not null),
            Requested = Amount(
                answers[FieldTarget.Requested]
                    .Select(field => field.Number)
                    .FirstOrDefault(number => number is not null)
            ),
            WishedStart = answers[FieldTarget.WishedStart]
                .Select(field => field.Date)
                .FirstOrDefault(date => date is not null),
            Team = [.. answers[FieldTarget.Team].SelectMany(field => field.Rows).Select(row => Member(row, map))],
        };

        string? Text(FieldTarget target) =>
            answers[target]
                .Select(field => PlainText.Of(field.Text)?.Trim())
                .FirstOrDefault(text => !string.IsNullOrEmpty(text));

        ImmutableArray<string> Categories(FieldTarget target) =>
            [
                .. answers[target]
                    .SelectMany(field => field.Choices.IsEmpty ? [field.Text ?? ""] : field.Choices)
                    .Select(Category)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
    }

    private static TeamMember Member(ImmutableArray<DossierField> row, FieldMap map)
    {
        var cells = row.ToLookup(map.TargetOf);
        return new TeamMember(
            cells[FieldTarget.TeamName].FirstOrDefault()?.Text,
            cells[FieldTarget.TeamRole].FirstOrDefault()?.Text,
            cells[FieldTarget.TeamShare].FirstOrDefault()?.Number
        );
    }

    private static string? Category(string? text) =>
        PlainText.Of(text)?.Trim() is not { Length: > 0 } category ? null
        : category.Length <= LongestCategory ? category
        : PlainText.Of(category[..LongestCategory]);

    /// <summary>Euros to cents; an amount below zero, beyond a thousand billion, or finer than a cent is not understood: null.</summary>
    private static Money? Amount(decimal? euros) =>
        euros is >= 0 and < 1_000_000_000_000m && decimal.Truncate(euros.Value * 100m) == euros.Value * 100m
            ? Money.FromEuros(euros.Value)
            : null;
}

/// <param name="Name">Personal data.</param>
/// <param name="Share">Full-time equivalents.</param>
public sealed record TeamMember(string? Name, string? Role, decimal? Share);
