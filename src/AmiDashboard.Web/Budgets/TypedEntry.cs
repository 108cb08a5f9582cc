using AmiDashboard.Core;

namespace AmiDashboard.Web.Budgets;

/// <summary>An amount, its accounting date and its reason while they are typed.</summary>
public sealed class TypedEntry
{
    public string? Amount { get; set; }

    public DateOnly? On { get; set; }

    public string? Reason { get; set; }

    /// <summary>Does it with what was typed; null once done, else why not.</summary>
    public async Task<Refusal?> RunAsync<T>(Func<Money, DateOnly, Task<Outcome<T>>> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return TypedMoney.Read(Amount) is not { } amount ? new Refusal("Refusal_AmountUnreadable")
            : On is not { } on ? new Refusal("Refusal_DateMissing")
            : (await operation(amount, on)).Refusal;
    }
}
