using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>One step after the other, drawn from a seed, asked of the product and of the model alike.</summary>
internal sealed class LedgerSteps(TestStore store, Random random)
{
    public static readonly int[] Numbers = [1001, 1002, 2001];

    private static readonly DocumentKind[] Statement = [DocumentKind.SpendingStatement];

    private int references;

    public LedgerModel Ledger { get; } = new() { Today = ParisTime.DayOf(store.Now) };

    public AgreementModel Agreements => field ??= new(Ledger);

    /// <summary>Enough money of every kind for the steps that follow.</summary>
    public async Task BeginAsync()
    {
        var on = Ledger.Today;
        foreach (var edition in Numbers.Select(LedgerModel.EditionOf).Distinct())
        {
            await store.SetEnvelopeAsync(edition, new(300_000));
            Assert.True(Ledger.GivesEnvelope(edition, 300_000, on));
        }

        foreach (var number in Numbers)
        {
            Assert.True((await store.GrantAsync(number, new(60_000), on, LedgerModel.EditionOf(number))).Done);
            Assert.True(Ledger.Grants(number, 60_000, on));
            var (_, isTaken, refusal) = await AskAsync<CommitGrant, CommitGrant.Request, long>(
                new(number, new(40_000), on, "Engagement"),
                Ledger.Commits(number, 40_000, on)
            );
            Assert.True(isTaken && refusal is null);
        }
    }

    /// <summary>Does one step. What was tried, whether the model takes it, and what the product refused it for.</summary>
    public async Task<(string Tried, bool IsTaken, Refusal? Refusal)> NextAsync()
    {
        var number = Numbers[random.Next(Numbers.Length)];
        var edition = LedgerModel.EditionOf(number);
        // Tomorrow, or in the past, once in a while: both are refused more often than not.
        var on = Ledger.Today.AddDays(Math.Min(0, random.Next(12) - 2) + (random.Next(12) == 0 ? 1 : 0));
        var cents = random.Next(-2, 40) * 1000L;
        switch (random.Next(28))
        {
            case 0:
                store.Time.Advance(TimeSpan.FromDays(random.Next(3)));
                Ledger.Today = ParisTime.DayOf(store.Now);
                return ("a day passes", true, null);
            case 1:
                cents = random.Next(-40, 100) * 1000L;
                return await AskAsync<RecordEnvelope, RecordEnvelope.Request, long>(
                    new(edition, new(cents), on, "Enveloppe"),
                    Ledger.GivesEnvelope(edition, cents, on)
                );
            case 2:
                return await AskAsync<RecordFee, RecordFee.Request, long>(
                    new(edition, new(cents), on, "Frais"),
                    Ledger.TakesFee(edition, cents, on)
                );
            case 3 or 4:
                cents = Math.Abs(cents) + 1;
                var granted = await store.GrantAsync(number, new(cents), on, edition);
                return ($"grant {number} {cents} {on}", Ledger.Grants(number, cents, on), granted.Refusal);
            case 5 or 6:
                return await AskAsync<CommitGrant, CommitGrant.Request, long>(
                    new(number, new(cents), on, "Engagement"),
                    Ledger.Commits(number, cents, on)
                );
            case 7:
                var level = random.Next(3);
                return await AskAsync<ReleaseGrant, ReleaseGrant.Request, long>(
                    new(number, new(cents), (ReleaseLevel)level, on, "Désengagement"),
                    level < 2 && Ledger.Releases(number, cents, level, on)
                );
            case 8 or 9:
                return await DraftAsync(number, random.Next(2, 20_000), random.Next(8) > 0);
            case 10 or 11:
                return await SignAsync(number, on);
            case 12:
                return await AmendAsync(number, on);
            case 13 when random.Next(3) == 0:
                return await CloseAsync(number, on);
            case 14 or 15:
                return await ReverseAsync(on);
            default:
                return random.Next(3) == 0 || Agreements.Claims.Count == 0
                    ? await RequestAsync(number)
                    : await MoveAsync(Agreements.Claims[^(1 + random.Next(Math.Min(4, Agreements.Claims.Count)))], on);
        }
    }

    private async Task<(string, bool, Refusal?)> AskAsync<TOperation, TRequest, TResult>(
        TRequest request,
        bool isTaken,
        Viewer? viewer = null
    )
        where TOperation : Storage.IOperation<TRequest, TResult>
    {
        var outcome = await store.Get<TOperation>().RunAsync(viewer ?? Viewer.Product, request);
        return ($"{typeof(TOperation).Name} {request}", isTaken, outcome.Refusal);
    }

    private async Task<Convention?> ConventionAsync(int number) =>
        Ledger.Knows(number) ? (await store.FileAsync(number)).Convention : null;

    private async Task<(string, bool, Refusal?)> DraftAsync(int number, long cents, bool isSumRight)
    {
        PlannedInstalment[] schedule =
        [
            new(InstalmentKind.Advance, "Avance", new(cents / 2), new DateOnly(2019, 1, 15), []),
            new(
                InstalmentKind.Instalment,
                "Acompte",
                new(cents - (cents / 2) + (isSumRight ? 0 : 1)),
                new DateOnly(2019, 5, 15),
                [.. Statement]
            ),
        ];
        var version = (await ConventionAsync(number))?.Version;
        var answer = await AskAsync<DraftConvention, DraftConvention.Request, int>(
            new(number, "Organisme", null, new(cents), Money.Zero, 30, [.. schedule], version),
            Agreements.Drafts(number, cents, isSumRight)
        );
        await LearnAsync(number, answer.Item2);
        return answer;
    }

    private async Task<(string, bool, Refusal?)> SignAsync(int number, DateOnly on)
    {
        if (Ledger.Knows(number) && random.Next(4) > 0)
        {
            await store.AddDocumentAsync(number, DocumentKind.SignedConvention);
            Agreements.SignedDocuments.Add(number);
        }

        return await AskAsync<SignConvention, SignConvention.Request, int>(
            new(number, on, (await ConventionAsync(number))?.Version ?? 0),
            Agreements.Signs(number, on)
        );
    }

    private async Task<(string, bool, Refusal?)> AmendAsync(int number, DateOnly on)
    {
        var change = random.Next(-5, 6) * 1000L;
        var scheduled = Math.Max(0, Agreements.RestOf(number, change) + (random.Next(8) == 0 ? 1 : 0));
        PlannedInstalment[] schedule =
            scheduled == 0
                ? []
                :
                [
                    new(
                        InstalmentKind.Instalment,
                        "Avenant",
                        new(scheduled),
                        new DateOnly(2019, 6, 1).AddDays(random.Next(60)),
                        [.. Statement]
                    ),
                ];
        var version = (await ConventionAsync(number))?.Version ?? 0;
        var answer = await AskAsync<AmendConvention, AmendConvention.Request, int>(
            new(number, new(change), [.. schedule], on, "Avenant", version),
            Agreements.Amends(number, change, scheduled, on)
        );
        await LearnAsync(number, answer.Item2);
        return answer;
    }

    private async Task<(string, bool, Refusal?)> CloseAsync(int number, DateOnly on) =>
        await AskAsync<CloseConvention, CloseConvention.Request, int>(
            new(number, on, "Solde", (await ConventionAsync(number))?.Version ?? 0),
            Agreements.Closes(number, on)
        );

    private Task<(string, bool, Refusal?)> ReverseAsync(DateOnly on)
    {
        // One of the last entries: others are seldom free of what was built on them.
        var id = Ledger.Rows.Count + 1 - random.Next(5);
        return AskAsync<ReverseEntry, ReverseEntry.Request, long>(new(id, on, "Erreur"), Agreements.Reverses(id, on));
    }

    private async Task<(string, bool, Refusal?)> RequestAsync(int number)
    {
        if (!Agreements.Agreements.TryGetValue(number, out var agreement) || agreement.Lines.Count == 0)
        {
            return ("nothing to ask for", true, null);
        }

        var line = agreement.Lines[random.Next(agreement.Lines.Count)];
        var cents = random.Next(6) switch
        {
            0 => 0,
            1 => line.Cents + 1,
            2 => (line.Cents / 2) + 1,
            _ => line.Cents,
        };
        var isTaken = Agreements.Requests(number, line, cents);
        var outcome = await store
            .Get<RequestPayment>()
            .RunAsync(Viewer.Product, new(number, line.Id, new Money(cents)));
        if (isTaken && outcome.Done)
        {
            Agreements.Claims.Add(
                new()
                {
                    Id = outcome.Value,
                    Number = number,
                    Line = line,
                    Cents = cents,
                }
            );
        }

        return ($"request {number} {line.Id} {cents}", isTaken, outcome.Refusal);
    }

    private async Task<(string, bool, Refusal?)> MoveAsync(AgreementModel.Claim claim, DateOnly on)
    {
        var version = await store.VersionAsync(claim.Id);
        switch (random.Next(8))
        {
            case 0:
                return await AskAsync<AttachDocument, AttachDocument.Request, long>(
                    new(
                        LedgerModel.EditionOf(claim.Number),
                        claim.Number,
                        claim.Id,
                        DocumentKind.SpendingStatement,
                        "Dépenses",
                        "https://documents.example.invalid/"
                    ),
                    AgreementModel.Attaches(claim)
                );
            case 1:
                return await AskAsync<ReturnPayment, ReturnPayment.Request, long>(
                    new(claim.Id, on, "Compte clos", version),
                    Agreements.Returns(claim, on),
                    Preparer
                );
            case 2 or 3 when claim.State == PaymentState.Validated:
                var reference = $"VIR-{(random.Next(6) == 0 ? references : ++references)}";
                return await AskAsync<RecordPayment, RecordPayment.Request, long>(
                    new(claim.Id, on, reference, version),
                    Agreements.Pays(claim, reference, on),
                    Preparer
                );
            default:
                var to =
                    random.Next(3) > 0 && claim.IsOpen
                        ? claim.State + 1
                        : (PaymentState)random.Next((int)PaymentState.Returned + 1);
                var viewer = random.Next(2) == 0 ? Preparer : Validator;
                return await AskAsync<AdvancePayment, AdvancePayment.Request, int>(
                    new(claim.Id, to, "Motif", version),
                    AgreementModel.Advances(claim, to, viewer.PersonId),
                    viewer
                );
        }
    }

    /// <summary>Takes over the numbers that the product gave to the lines of a new schedule.</summary>
    private async Task LearnAsync(int number, bool isTaken)
    {
        if (!isTaken || await ConventionAsync(number) is not { } convention)
        {
            return;
        }

        var lines = Agreements.Agreements[number].Lines;
        lines.AddRange(
            convention
                .Standing.Where(one => !lines.Exists(line => line.Id == one.Id))
                .Select(one => new AgreementModel.Line
                {
                    Id = one.Id,
                    Cents = one.Amount.Cents,
                    NeedsStatement = one.Required.Count > 0,
                })
        );
    }
}
