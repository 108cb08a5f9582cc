using AmiDashboard.Core;

namespace AmiDashboard.Web.Budgets;

/// <summary>An amount, its accounting date and its reason while they are typed.</summary>
public sealed class TypedEntry
{
    public string? Amount { get; set; }

    public DateOnly? On { get; set; }

    public string? Reason { get; set; }

    public TypedQuotes Quotes { get; } = new();

    public void Clear()
    {
        (Amount, On, Reason) = (null, null, null);
        Quotes.Clear();
    }

    /// <summary>Does it with what was typed; null once done, else why not.</summary>
    /// <param name="take">The documents that it quotes, a new one added.</param>
    public async Task<Refusal?> RunAsync<T>(
        Func<TypedQuotes, Task<Outcome<long[]>>> take,
        Func<Money, DateOnly, long[], Task<Outcome<T>>> operation
    )
    {
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(operation);
        if (TypedMoney.Read(Amount) is not { } amount)
        {
            return new Refusal("Refusal_AmountUnreadable");
        }

        if (On is not { } on)
        {
            return new Refusal("Refusal_DateMissing");
        }

        var documents = await take(Quotes);
        return documents.Done ? (await operation(amount, on, documents.Value)).Refusal : documents.Refusal;
    }
}
