using System.Collections.Immutable;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>Gathers what was met on the way: problems one by one up to a limit, notices once a column.</summary>
internal sealed class ExportReport(TableLimits limits)
{
    private readonly List<ImportProblem> problems = [];
    private readonly Dictionary<(string Reason, string Subject), (int Count, int? First)> notices = [];

    public int ProblemCount { get; private set; }

    public ImmutableArray<ImportProblem> Problems => [.. problems];

    public ImmutableArray<ImportNotice> Notices =>
        [.. notices.Select(one => new ImportNotice(one.Key.Reason, one.Key.Subject, one.Value.Count, one.Value.First))];

    public void Refuse(ExportPlace place, TableCell cell, string reason) =>
        Add(ImportEffect.LineRefused, place, cell, reason);

    public void LeaveUnknown(ExportPlace place, TableCell cell, string reason) =>
        Add(ImportEffect.AnswerUnknown, place, cell, reason);

    public void Notice(string reason, string subject, int? line = null)
    {
        var (count, first) = notices.GetValueOrDefault((reason, subject), (0, line));
        notices[(reason, subject)] = (count + 1, first);
    }

    private void Add(ImportEffect effect, ExportPlace place, TableCell cell, string reason)
    {
        if (ProblemCount++ < limits.Problems)
        {
            var value = cell.Shown;
            problems.Add(
                new ImportProblem(effect, place.Line, place.Number, place.Sheet, Cut(place.Column), Cut(value), reason)
            );
        }
    }

    private static string? Cut(string? text) =>
        text is { Length: > ImportProblem.LongestValue } ? text[..(ImportProblem.LongestValue - 1)] + "…" : text;
}

/// <param name="Number">The dossier's, once it is known.</param>
internal readonly record struct ExportPlace(int Line, int? Number, string? Sheet, string? Column);
