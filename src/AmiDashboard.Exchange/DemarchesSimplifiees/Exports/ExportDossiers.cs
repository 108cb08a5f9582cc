using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>Makes dossiers of the lines of the main table. Columns are found by name: they move, and a name may come twice.</summary>
internal sealed class ExportDossiers
{
    /// <summary>What no line does without.</summary>
    private static readonly ExportPart[] Needed = [ExportPart.Number, ExportPart.State, ExportPart.DepositedAt];

    private readonly Table table;
    private readonly ExportReport report;
    private readonly Dictionary<ExportPart, int> parts = [];
    private readonly List<AnswerColumn> answers = [];
    private readonly List<ImportColumn> columns = [];

    public ExportDossiers(Table table, KnownForm form, ExportReport report)
    {
        this.table = table;
        this.report = report;
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < table.Header.Cells.Length; index++)
        {
            if (table.Header[index].Shown is not { } title)
            {
                continue;
            }

            if (!titles.Add(title.Trim()))
            {
                report.Notice("Import_ColumnTwice", title.Trim());
            }

            // A question of the form may have the title of a column of the platform, which comes first.
            if (ExportParts.Of(title) is { } part && (part == ExportPart.Ignored || parts.TryAdd(part, index)))
            {
                columns.Add(new ImportColumn(title.Trim(), part.ToString(), null, FieldTarget.None, false));
            }
            else
            {
                var answer = AnswerColumn.Of(table, index, form, report);
                answers.Add(answer);
                columns.Add(answer.Column);
            }
        }
    }

    public ImmutableArray<ImportColumn> Columns => [.. columns];

    /// <summary>Whether a header is that of an export: it numbers its dossiers and dates them.</summary>
    public static IReadOnlyList<string> Missing(TableLine header)
    {
        var found = header.Cells.Select(cell => cell.Shown is { } title ? ExportParts.Of(title) : null).ToHashSet();
        return
        [
            .. new[]
            {
                (ExportPart.Number, "ID"),
                (ExportPart.State, "État du dossier"),
                (ExportPart.DepositedAt, "Déposé le"),
                (ExportPart.ModifiedAt, "Dernière mise à jour le"),
            }
                .Where(one => !found.Contains(one.Item1))
                .Where(one => one.Item1 != ExportPart.ModifiedAt || !found.Contains(ExportPart.AnswersModifiedAt))
                .Select(one => one.Item2),
        ];
    }

    public static int? NumberOf(TableCell cell) =>
        int.TryParse(cell.Text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    public ImmutableArray<ImportedDossier> Read(IReadOnlyList<RepeatedBlocks> blocks, bool isStrict)
    {
        var dossiers = ImmutableArray.CreateBuilder<ImportedDossier>(table.Lines.Count);
        var firstLines = new Dictionary<int, int>();
        foreach (var line in table.Lines)
        {
            if (isStrict && !HasWidthOfHeader(line))
            {
                continue;
            }

            if (Read(line, blocks) is not { } dossier)
            {
                continue;
            }

            if (!firstLines.TryAdd(dossier.Number, line.Number))
            {
                var place = new ExportPlace(line.Number, dossier.Number, null, "ID");
                report.Refuse(place, line[parts[ExportPart.Number]], "Import_NumberTwice");
                continue;
            }

            dossiers.Add(new ImportedDossier(line.Number, dossier));
        }

        return dossiers.ToImmutable();
    }

    /// <summary>A line of a CSV that is wider than the header, or cut, was shifted: nothing in it can be trusted.</summary>
    private bool HasWidthOfHeader(TableLine line)
    {
        var (width, header) = (line.Cells.Length, table.Header.Cells.Length);
        if (table.Holds(line, Needed.Select(part => parts[part])))
        {
            return true;
        }

        report.Refuse(
            new ExportPlace(line.Number, NumberOf(Part(line, ExportPart.Number)), null, null),
            TableCell.Of($"{width} / {header}"),
            width < header ? "Import_LineShort" : "Import_LineLong"
        );
        return false;
    }

    private Dossier? Read(TableLine line, IReadOnlyList<RepeatedBlocks> blocks)
    {
        var place = new ExportPlace(line.Number, NumberOf(Part(line, ExportPart.Number)), null, null);
        if (place.Number is not { } number)
        {
            return Refuse(ExportPart.Number, "Import_Number");
        }

        if (ExportValues.State(Part(line, ExportPart.State).Text) is not { } state)
        {
            return Refuse(ExportPart.State, "Import_State");
        }

        if (ExportValues.Instant(Part(line, ExportPart.DepositedAt)) is not { } depositedAt)
        {
            return Refuse(ExportPart.DepositedAt, "Import_Instant");
        }

        var modified = Part(line, ExportPart.ModifiedAt).IsEmpty ? ExportPart.AnswersModifiedAt : ExportPart.ModifiedAt;
        if (ExportValues.Instant(Part(line, modified)) is not { } modifiedAt)
        {
            return Refuse(modified, "Import_Instant");
        }

        foreach (var optional in (ExportPart[])[ExportPart.InstructionAt, ExportPart.ProcessedAt])
        {
            if (!Part(line, optional).IsEmpty && ExportValues.Instant(Part(line, optional)) is null)
            {
                return Refuse(optional, "Import_Instant");
            }
        }

        return new Dossier
        {
            Number = number,
            State = state,
            DepositedAt = depositedAt,
            ModifiedAt = modifiedAt,
            InstructionAt = ExportValues.Instant(Part(line, ExportPart.InstructionAt)),
            ProcessedAt = ExportValues.Instant(Part(line, ExportPart.ProcessedAt)),
            IsArchived = ExportValues.Flag(Part(line, ExportPart.IsArchived).Text) ?? false,
            Motivation = Part(line, ExportPart.Motivation).Text,
            Labels = [.. ExportValues.Choices(Part(line, ExportPart.Labels).Text ?? "") ?? []],
            Applicant = ReadApplicant(line, place),
            Fields =
            [
                .. answers.Where(answer => !answer.Column.IsNote).Select(answer => answer.Read(line, place)),
                .. blocks.Select(block => block.Of(number)),
            ],
            Annotations = [.. answers.Where(answer => answer.Column.IsNote).Select(answer => answer.Read(line, place))],
        };

        Dossier? Refuse(ExportPart part, string reason)
        {
            var cell = Part(line, part);
            var title = parts.TryGetValue(part, out var column) ? table.Header[column].Shown : null;
            report.Refuse(place with { Column = title }, cell, cell.IsFormula ? "Import_Formula" : reason);
            return null;
        }
    }

    private Applicant ReadApplicant(TableLine line, ExportPlace place)
    {
        var cell = Part(line, ExportPart.Siret);
        var siret = ExportValues.Siret(cell.Text);
        if (siret is null && !cell.IsEmpty)
        {
            report.LeaveUnknown(
                place with
                {
                    Column = table.Header[parts[ExportPart.Siret]].Shown,
                },
                cell,
                "Import_Siret"
            );
        }

        return new Applicant
        {
            Siret = siret,
            Organisation = Part(line, ExportPart.Organisation).Text?.Trim(),
            LegalForm = Part(line, ExportPart.LegalForm).Text?.Trim(),
            Email = Part(line, ExportPart.Email).Text?.Trim(),
            City = Part(line, ExportPart.City).Text?.Trim(),
            Department = ExportValues.Department(
                Part(line, ExportPart.CityCode).Text,
                Part(line, ExportPart.PostalCode).Text
            ),
        };
    }

    private TableCell Part(TableLine line, ExportPart part) =>
        parts.TryGetValue(part, out var column) ? line[column] : default;
}
