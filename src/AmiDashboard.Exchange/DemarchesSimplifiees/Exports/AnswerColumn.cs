using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>
/// One question of the form. An export says nothing of its type: it is the one that its meaning asks for, else the one
/// that all its answers agree on.
/// </summary>
internal sealed class AnswerColumn
{
    /// <summary>Characters of a label, and of its folded form with which the mapping is keyed.</summary>
    private const int LongestLabel = 250;

    private static readonly string[] NoteWords = ["/20", "/ 20", "annotation", "jury"];

    private readonly DossierField unanswered;
    private readonly ExportReport report;

    private AnswerColumn(int index, ImportColumn column, ExportReport report)
    {
        Index = index;
        Column = column;
        this.report = report;
        unanswered = new DossierField { Label = column.Title, Kind = column.Kind ?? FieldKind.Text };
    }

    public int Index { get; }

    public ImportColumn Column { get; }

    public static AnswerColumn Of(Table table, int index, KnownForm form, ExportReport report)
    {
        var label = Label(table.Header[index].Shown!);
        var folded = FoldedText.Fold(label);
        var isNote = form.Notes.Contains(folded) || Array.Exists(NoteWords, folded.Contains);

        // What questions mean is a matter of answers: a note on the benefits is not the benefits.
        var target = isNote
            ? FieldTarget.None
            : form.Map.TargetOf(new DossierField { Label = label, Kind = FieldKind.Text });
        var kind = KindOf(target) ?? KindOf([.. table.Lines.Select(line => line[index]).Where(IsSomething)]);
        return new AnswerColumn(index, new ImportColumn(label, null, kind, target, isNote), report);
    }

    /// <summary>The answer on one line. One instance stands for all unanswered lines.</summary>
    public DossierField Read(TableLine line, ExportPlace place)
    {
        var cell = line[Index];
        place = place with { Column = Column.Title };
        if (cell.IsFormula || cell.IsError)
        {
            report.LeaveUnknown(place, cell, cell.IsFormula ? "Import_Formula" : "Import_CellError");
            return unanswered;
        }

        if (cell.Shown is not { } text)
        {
            return unanswered;
        }

        var answer = unanswered with { Text = text };
        switch (Column.Kind)
        {
            case FieldKind.Number when ExportValues.Number(text) is { } number:
                if (number != 0)
                {
                    return answer with { Number = number };
                }

                report.Notice("Import_ZeroUnknown", Column.Title, place.Line);
                return unanswered;
            case FieldKind.Number:
                report.LeaveUnknown(place, cell, "Import_NotANumber");
                return answer;
            case FieldKind.Flag when ExportValues.Flag(text) is { } flag:
                return answer with { Flag = flag, Text = flag ? "Oui" : "Non" };
            case FieldKind.Flag:
                report.LeaveUnknown(place, cell, "Import_NotYesOrNo");
                return answer;
            case FieldKind.Date when ExportValues.Day(cell) is { } day:
                return answer with { Date = day };
            case FieldKind.Date:
                report.LeaveUnknown(place, cell, "Import_NotADate");
                return answer;
            case FieldKind.Choices when ExportValues.Choices(text) is { } choices:
                return answer with { Choices = [.. choices] };
            case FieldKind.Choices:
                report.LeaveUnknown(place, cell, "Import_TooManyChoices");
                return answer with { Kind = FieldKind.Text };
            case FieldKind.Files when ExportValues.Choices(text) is { } names:
                return answer with { Files = [.. names.Select(name => new DossierFile(name, null, null, null))] };
            default:
                return answer;
        }
    }

    /// <summary>A title as a label: short enough for the mapping's key however it folds.</summary>
    public static string Label(string title)
    {
        var label = title.Trim();
        while (label.Length > LongestLabel || FoldedText.Fold(label).Length > LongestLabel)
        {
            label = label[..Math.Min(LongestLabel, label.Length / 2)];
        }

        return label;
    }

    private static bool IsSomething(TableCell cell) => cell.Shown is not null;

    private static FieldKind? KindOf(FieldTarget target) =>
        target switch
        {
            FieldTarget.None => null,
            FieldTarget.Requested or FieldTarget.TeamShare => FieldKind.Number,
            FieldTarget.DataAccessible => FieldKind.Flag,
            FieldTarget.WishedStart => FieldKind.Date,
            FieldTarget.Techniques or FieldTarget.Audiences => FieldKind.Choices,
            _ => FieldKind.Text,
        };

    private static FieldKind KindOf(ImmutableArray<TableCell> answers) =>
        answers.IsEmpty ? FieldKind.Text
        : answers.All(cell => cell.WallClock is not null || ExportValues.Instant(cell) is not null) ? FieldKind.Date
        : answers.All(cell => ExportValues.Flag(cell.Text) is not null) ? FieldKind.Flag
        : answers.All(cell => ExportValues.Number(cell.Text) is not null) ? FieldKind.Number
        : answers.All(cell => cell.Text?.Split(", ", 50).All(ExportValues.IsFileName) ?? false) ? FieldKind.Files
        : FieldKind.Text;
}
