using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.CaisseDesDepots;

/// <summary>Makes payments of the lines of a table; says of every cell that it cannot read what is wrong with it.</summary>
/// <param name="mostProblems">Listed one by one; the rest is counted.</param>
internal sealed class PaymentLines(Table table, PaymentColumns columns, int mostProblems)
{
    private readonly List<PaymentFileProblem> problems = [];

    public ImmutableArray<PaymentFileProblem> Problems => [.. problems];

    public int ProblemCount { get; private set; }

    /// <param name="isStrict">Whether a line must have the width of its header: so it is in a CSV.</param>
    public ImmutableArray<PaymentFileLine> Read(bool isStrict) =>
        [
            .. table
                .Lines.Where(line => !isStrict || Fits(line))
                .Select(Read)
                .Where(line => line is not null)
                .Select(line => line!),
        ];

    private bool Fits(TableLine line)
    {
        if (table.Holds(line, columns.Needed))
        {
            return true;
        }

        var (width, header) = (line.Cells.Length, table.Header.Cells.Length);
        Add(
            new PaymentFileProblem(
                line.Number,
                null,
                $"{width} / {header}",
                width < header ? "PaymentFile_LineShort" : "PaymentFile_LineLong"
            )
        );
        return false;
    }

    private PaymentFileLine? Read(TableLine line)
    {
        var before = ProblemCount;
        var number = Value(PaymentPart.Number, PaymentValues.Number);
        var beneficiary = Text(PaymentPart.Beneficiary, Convention.LongestName);
        var convention = Text(PaymentPart.Convention, Convention.LongestName);
        var reference = Text(PaymentPart.Reference, Payment.LongestReference);
        var amount = Value(PaymentPart.Amount, PaymentValues.Amount);
        var paidOn = Value(PaymentPart.PaidOn, PaymentValues.Day);

        // Words for a reader decide nothing: no line is left out for them.
        var (label, _) = PaymentValues.Text(columns[line, PaymentPart.Label], LedgerEntry.LongestLabel);
        if (reference is null && ProblemCount == before)
        {
            Refuse(PaymentPart.Reference, "PaymentFile_ReferenceMissing");
        }

        return ProblemCount > before
            ? null
            : new PaymentFileLine(line.Number, number, beneficiary, convention, reference!, amount, paidOn, label);

        string? Text(PaymentPart part, int longest) => Value(part, cell => PaymentValues.Text(cell, longest));

        [return: MaybeNull]
        T Value<T>(PaymentPart part, Func<TableCell, (T Value, string? Reason)> read)
        {
            var (value, reason) = read(columns[line, part]);
            if (reason is not null)
            {
                Refuse(part, reason);
            }

            return value;
        }

        void Refuse(PaymentPart part, string reason) =>
            Add(
                new PaymentFileProblem(line.Number, Cut(columns.TitleOf(part)), Cut(columns[line, part].Shown), reason)
            );
    }

    private void Add(PaymentFileProblem problem)
    {
        if (ProblemCount++ < mostProblems)
        {
            problems.Add(problem);
        }
    }

    private static string? Cut(string? text) =>
        text is { Length: > PaymentFileProblem.LongestValue }
            ? text[..(PaymentFileProblem.LongestValue - 1)] + "…"
            : text;
}
