using System.Globalization;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Budgets;

/// <summary>
/// Sequences of operations drawn from a seed, sound ones and others: what the product takes, a small model written from the
/// rules takes, and nothing else; after each step the balances are the sums of the entries.
/// </summary>
public sealed class LedgerSequencesTests
{
    private const int Sequences = 12;
    private const int Steps = 220;
    private const int FirstSeed = 20181121;

    [Theory, OnBothEngines]
    public async Task Any_sequence_is_taken_and_refused_as_the_rules_say(TestEngine engine)
    {
        var (taken, refused) = (0, 0);
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var seed = FirstSeed; seed < FirstSeed + Sequences; seed++)
        {
            await using var store = await NewAsync(engine);
            var steps = new LedgerSteps(store, new Random(seed));
            if (seed % 3 != 0)
            {
                await steps.BeginAsync();
            }

            for (var step = 0; step < Steps; step++)
            {
                var before = steps.Ledger.Rows.Count;
                var (tried, isTaken, refusal) = await steps.NextAsync();
                var at = $"Seed {seed}, step {step}: {tried}; refused: {refusal?.Key}.";
                Assert.True(isTaken == (refusal is null), at);
                await AssertBalancesAsync(store, steps.Ledger, at);
                AssertRestored(steps.Ledger, before);
                _ = isTaken ? taken++ : refused++;
            }

            Assert.Empty(await store.FoundAsync());
            await AssertPastAsync(store, new Random(seed), $"Seed {seed}.");
            seen.UnionWith(steps.Ledger.Rows.Select(row => $"{row.Kind}{(row.Reverses is null ? "" : " taken back")}"));
            seen.UnionWith(steps.Agreements.Claims.Select(claim => $"{claim.State}"));
            seen.UnionWith(
                steps.Agreements.Agreements.Values.SelectMany(agreement =>
                    (string[])[agreement.IsAmended ? "Amended" : "", agreement.IsClosed ? "Closed" : ""]
                )
            );
        }

        string[] wanted =
        [
            .. Enum.GetNames<EntryKind>(),
            .. Enum.GetNames<EntryKind>().Select(kind => $"{kind} taken back"),
            .. new[] { PaymentState.Paid, PaymentState.Rejected, PaymentState.Returned }.Select(state => $"{state}"),
            "Amended",
            "Closed",
        ];
        Assert.True(!wanted.Except(seen).Any(), $"Never seen: {string.Join(", ", wanted.Except(seen))}.");
        Assert.True(Math.Min(taken, refused) > Sequences * Steps / 6, $"{taken} taken, {refused} refused.");
    }

    [Theory, OnBothEngines]
    public async Task A_board_that_follows_knows_what_one_that_begins_reads(TestEngine engine)
    {
        await using var store = await NewAsync(engine);
        var steps = new LedgerSteps(store, new Random(FirstSeed));
        await FactsAsync(store);
        await steps.BeginAsync();
        for (var step = 0; step < Steps; step++)
        {
            await steps.NextAsync();
            if (step % 7 == 0)
            {
                await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            }
        }

        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await using var other = store.OpenNode();
        var (followed, begun) = (await FactsAsync(store), await FactsAsync(other));
        Assert.Equal(Written(begun), Written(followed));
    }

    private static string Written(BudgetFacts facts) =>
        string.Join(
            '\n',
            facts
                .Projects.Values.OrderBy(project => project.Number)
                .Select(project => System.Text.Json.JsonSerializer.Serialize(project with { Application = null }))
                .Concat(
                    facts
                        .Editions.Values.OrderBy(edition => edition.Edition)
                        .Select(edition => System.Text.Json.JsonSerializer.Serialize(edition))
                )
        );

    /// <summary>An entry that takes back the one before it leaves what was there before both.</summary>
    private static void AssertRestored(LedgerModel ledger, int before)
    {
        if (ledger.Rows.Count > before && ledger.Rows[^1].Reverses is { } reversed && reversed == before)
        {
            var (whole, without) = (LedgerModel.Sum(ledger.Rows), LedgerModel.Sum(ledger.Rows.Take(reversed - 1)));
            Assert.Equal(without, whole);
        }
    }

    private static async Task AssertBalancesAsync(TestStore store, LedgerModel ledger, string at)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var editions = await context.EditionBalances.OrderBy(one => one.Edition).ToListAsync();
        var projects = await context.ProjectBalances.OrderBy(one => one.Number).ToListAsync();
        var sums = await LedgerSums.AllAsync(context);
        string[] kept =
        [
            .. editions.Select(one => Say("E", one.Edition, one.Posting)),
            .. projects.Select(one => Say("P", one.Number, one.Posting)),
        ];
        string[] known =
        [
            .. editions.Select(one => Say("E", one.Edition, ledger.OfEdition(one.Edition))),
            .. projects.Select(one => Say("P", one.Number, ledger.OfProject(one.Number))),
        ];
        Assert.True(known.SequenceEqual(kept), $"{at}\n{string.Join('\n', known)}\n{string.Join('\n', kept)}");
        Assert.True(sums.Order().SequenceEqual(kept.Order()), $"{at}\n{string.Join('\n', sums)}");
        Assert.Equal(
            ledger.Rows.Select(row => row.Number).Distinct().Count(number => number is not null),
            projects.Count
        );
    }

    /// <summary>Balances on past days, and as they were known then, are sums by accounting date and by day of recording.</summary>
    private static async Task AssertPastAsync(TestStore store, Random random, string at)
    {
        var facts = await FactsAsync(store);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var today = ParisTime.DayOf(store.Now);
        for (var draw = 0; draw < 12; draw++)
        {
            var on = today.AddDays(-random.Next(60));
            var knownOn = draw % 2 == 0 ? today : on.AddDays(random.Next(4));
            var sums = await LedgerSums.AtAsync(context, on, knownOn);
            foreach (var project in facts.Projects.Values)
            {
                var sum = sums.Projects.GetValueOrDefault(project.Number);
                Assert.True(
                    project.Balances.At(on, knownOn) == sum,
                    $"{at} {project.Number} on {on}, {knownOn}: {sum}"
                );
            }

            foreach (var edition in facts.Editions.Values)
            {
                var sum = sums.Envelopes.GetValueOrDefault(edition.Edition);
                Assert.True(
                    edition.Balances.At(on, knownOn) == sum,
                    $"{at} {edition.Edition} on {on}, {knownOn}: {sum}"
                );
            }
        }
    }

    private static string Say(string what, int key, Posting posting) =>
        Say(
            what,
            key,
            [
                posting.Envelope.Cents,
                posting.Fees.Cents,
                posting.Granted.Cents,
                posting.Committed.Cents,
                posting.Contracted.Cents,
                posting.Paid.Cents,
            ]
        );

    internal static string Say(string what, int key, long[] parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}{key}: {string.Join(' ', parts)}");

    private static async Task<BudgetFacts> FactsAsync(TestStore store) =>
        (await store.Get<BudgetFigures>().RunAsync(Viewer.Product, new(ApplicationFilter.All))).Facts;

    private static async Task<TestStore> NewAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));
        await store.RecordAsync(2, SampleDossiers.Dossier(2001));
        return store;
    }
}
