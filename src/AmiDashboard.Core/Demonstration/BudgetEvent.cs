using System.Collections.Immutable;
using AmiDashboard.Core.Budgets;

namespace AmiDashboard.Core.Demonstration;

/// <summary>Something that somebody did about the demonstration's money.</summary>
/// <param name="At">UTC; its Paris day is the accounting date.</param>
/// <param name="By">An invented colleague, none of the personas: who signs in has prepared and validated nothing yet.</param>
public abstract record BudgetEvent(DateTime At, string By)
{
    /// <summary>The first time the envelope, later what it changes by.</summary>
    public sealed record Envelope(DateTime At, string By, int Edition, Money Amount, string Reason)
        : BudgetEvent(At, By);

    public sealed record Fee(DateTime At, string By, int Edition, Money Amount, string Reason) : BudgetEvent(At, By);

    /// <summary>What SGPI's session decided.</summary>
    public sealed record Grants(DateTime At, string By, int Edition) : BudgetEvent(At, By);

    public sealed record Commitment(DateTime At, string By, int Number, Money Amount) : BudgetEvent(At, By);

    public sealed record Draft(
        DateTime At,
        string By,
        int Number,
        string Beneficiary,
        string Reference,
        Money Amount,
        Money CoFinancing,
        ImmutableArray<PlannedInstalment> Schedule
    ) : BudgetEvent(At, By);

    public sealed record Signature(DateTime At, string By, int Number) : BudgetEvent(At, By);

    public sealed record Amendment(
        DateTime At,
        string By,
        int Number,
        ImmutableArray<PlannedInstalment> Schedule,
        string Reason
    ) : BudgetEvent(At, By);

    /// <param name="Label">Of the instalment.</param>
    public sealed record Forecast(DateTime At, string By, int Number, string Label, DateOnly On, string Reason)
        : BudgetEvent(At, By);

    /// <summary>A payment of the whole instalment is asked for.</summary>
    public sealed record Request(DateTime At, string By, int Number, string Label) : BudgetEvent(At, By);

    public sealed record Document(DateTime At, string By, int Number, string? Label, DocumentKind Kind, string Name)
        : BudgetEvent(At, By);

    public sealed record Move(
        DateTime At,
        string By,
        int Number,
        string Label,
        PaymentState To,
        string? Reason = null,
        string? Reference = null
    ) : BudgetEvent(At, By);

    public sealed record Closing(DateTime At, string By, int Number, string Reason) : BudgetEvent(At, By);

    public sealed record Comment(DateTime At, string By, int Number, string Text) : BudgetEvent(At, By);
}
