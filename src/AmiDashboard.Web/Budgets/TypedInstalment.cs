using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;

namespace AmiDashboard.Web.Budgets;

/// <summary>A line of a payment schedule while it is typed.</summary>
public sealed class TypedInstalment
{
    public InstalmentKind Kind { get; set; }

    public string Label { get; set; } = "";

    public string? Amount { get; set; }

    public DateOnly? PlannedOn { get; set; }

    public string? Milestone { get; set; }

    public string? Conditions { get; set; }

    public HashSet<DocumentKind> Required { get; init; } = [];

    public static TypedInstalment Of(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return new()
        {
            Kind = instalment.Kind,
            Label = instalment.Label,
            Amount = instalment.Amount.Typed(),
            PlannedOn = instalment.PlannedOn,
            Milestone = instalment.Milestone,
            Conditions = instalment.Conditions,
            Required = [.. instalment.Required],
        };
    }

    /// <summary>With the documents that such an instalment usually asks for.</summary>
    public static TypedInstalment Usual(InstalmentKind kind, string label) =>
        new()
        {
            Kind = kind,
            Label = label,
            Required = kind switch
            {
                InstalmentKind.Advance => [],
                InstalmentKind.Instalment => [DocumentKind.SpendingStatement, DocumentKind.ServiceDone],
                _ => [DocumentKind.SpendingStatement, DocumentKind.Deliverable, DocumentKind.ServiceDone],
            },
        };

    /// <summary>The schedule that was typed, or the first thing in it that cannot be read.</summary>
    public static Outcome<ImmutableArray<PlannedInstalment>> Read(IReadOnlyList<TypedInstalment> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var read = ImmutableArray.CreateBuilder<PlannedInstalment>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (TypedMoney.Read(line.Amount) is not { } amount)
            {
                return new Refusal("Refusal_LineAmountUnreadable", index + 1);
            }

            if (line.PlannedOn is not { } on)
            {
                return new Refusal("Refusal_LineDateMissing", index + 1);
            }

            read.Add(
                new(line.Kind, line.Label, amount, on, [.. line.Required.Order()], line.Milestone, line.Conditions)
            );
        }

        return read.ToImmutable();
    }
}
