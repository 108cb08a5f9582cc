using System.Collections.Concurrent;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>One of many who write about money at the same time; it keeps what it was told was done.</summary>
internal sealed class MoneyWriter(
    int which,
    TestStore node,
    Random random,
    int[] numbers,
    ConcurrentDictionary<string, int> refusals
)
{
    public sealed record Done(long Id, EntryKind Kind, Money Amount, string Mark);

    private readonly Viewer preparer = Person(100 + which, Profile.Cdc);
    private readonly Viewer validator = Person(200 + which, Profile.Cdc);
    private (long Id, int Version, Money Amount)? underWay;

    /// <summary>Entries, as they were acknowledged.</summary>
    public List<Done> Acknowledged { get; } = [];

    /// <summary>Payments that it asked for, and where it brought them.</summary>
    public Dictionary<long, PaymentState> Payments { get; } = [];

    public async Task RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var mark = $"{which}-{round}";
            if (underWay is { } payment)
            {
                await MoveAsync(payment, mark);
            }
            else
            {
                await WriteAsync(mark);
            }
        }
    }

    private async Task WriteAsync(string mark)
    {
        var number = numbers[random.Next(numbers.Length)];
        var amount = new Money(random.Next(1, 80_00));
        switch (random.Next(10))
        {
            case 0:
                Take(
                    await node.Get<RecordFee>().RunAsync(Viewer.Product, new(1, amount, Today, mark)),
                    EntryKind.Fee,
                    amount,
                    mark
                );
                break;
            case 1:
                Take(await GrantAsync(number, amount, mark), EntryKind.Grant, amount, mark);
                break;
            case 2:
                var change = new Money(random.Next(-40_00, 40_00) + 1);
                var moved = change.Cents == 0 ? new Money(1) : change;
                Take(
                    await node.Get<RecordEnvelope>().RunAsync(Sgpi, new(1, moved, Today, mark)),
                    EntryKind.Redeployment,
                    moved,
                    mark
                );
                break;
            case 3 or 4:
                Take(
                    await node.Get<CommitGrant>().RunAsync(Viewer.Product, new(number, amount, Today, mark)),
                    EntryKind.Commitment,
                    amount,
                    mark
                );
                break;
            case 5:
                var level = (ReleaseLevel)random.Next(2);
                Take(
                    await node.Get<ReleaseGrant>().RunAsync(Viewer.Product, new(number, amount, level, Today, mark)),
                    EntryKind.Release,
                    Money.Zero - amount,
                    mark
                );
                break;
            case 6:
                await TakeBackAsync(mark);
                break;
            default:
                await RequestAsync(number);
                break;
        }
    }

    /// <summary>A whole operation of another kind in the same transaction as its entry.</summary>
    private Task<Outcome<long>> GrantAsync(int number, Money amount, string mark) =>
        node.Get<Storage.Store>()
            .WriteAsync<long>(
                Viewer.Product,
                Right.None,
                "Grant",
                async writing =>
                {
                    var entry = await Ledger.AppendAsync(
                        writing,
                        Viewer.Product,
                        new(EntryKind.Grant, 1, number, LedgerRules.PostingOf(EntryKind.Grant, amount), Today, mark),
                        CancellationToken.None
                    );
                    return entry.Done ? entry.Value.Id : entry.Refusal;
                },
                CancellationToken.None
            );

    /// <summary>An entry of its own, at times one that it took back already.</summary>
    private async Task TakeBackAsync(string mark)
    {
        var own = Acknowledged.FindAll(one =>
            one.Kind is EntryKind.Fee or EntryKind.Commitment && one.Amount.Cents > 0
        );
        if (own.Count > 0)
        {
            var taken = own[random.Next(own.Count)];
            Take(
                await node.Get<ReverseEntry>().RunAsync(Viewer.Product, new(taken.Id, Today, mark)),
                taken.Kind,
                Money.Zero - taken.Amount,
                mark
            );
        }
    }

    private async Task RequestAsync(int number)
    {
        var amount = new Money(random.Next(1_00, 40_00));
        var advance = (await node.FileAsync(number)).Convention!.Standing.First();
        var outcome = await node.Get<RequestPayment>().RunAsync(Viewer.Product, new(number, advance.Id, amount));
        if (!outcome.Done)
        {
            Refuse(outcome.Refusal);
            return;
        }

        Payments[outcome.Value] = PaymentState.Requested;
        underWay = (outcome.Value, 0, amount);
    }

    private async Task MoveAsync((long Id, int Version, Money Amount) payment, string mark)
    {
        var state = Payments[payment.Id];
        if (state == PaymentState.Validated)
        {
            var paid = await node.Get<RecordPayment>()
                .RunAsync(preparer, new(payment.Id, Today, mark, payment.Version));
            Take(paid, EntryKind.Payment, payment.Amount, mark);
            Payments[payment.Id] = paid.Done ? PaymentState.Paid : state;
            underWay = null;
            return;
        }

        var viewer = state == PaymentState.Prepared ? validator : preparer;
        var outcome = await node.Get<AdvancePayment>()
            .RunAsync(viewer, new(payment.Id, state + 1, null, payment.Version));
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        Payments[payment.Id] = state + 1;
        underWay = payment with { Version = outcome.Value };
    }

    private void Take(Outcome<long> outcome, EntryKind kind, Money amount, string mark)
    {
        if (outcome.Done)
        {
            Acknowledged.Add(new(outcome.Value, kind, amount, mark));
        }
        else
        {
            Refuse(outcome.Refusal);
        }
    }

    private void Refuse(Refusal refusal) => refusals.AddOrUpdate(refusal.Key, 1, (_, count) => count + 1);
}
