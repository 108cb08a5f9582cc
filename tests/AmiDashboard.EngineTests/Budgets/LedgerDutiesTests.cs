using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// Who may do what with money, tried by everybody: each act on a store where it could be done, asked for by each profile over
/// everything, and by those who see but one project.
/// </summary>
public sealed class LedgerDutiesTests
{
    private static readonly Money Cent = new(1);

    /// <summary>What each profile may do: everything else is refused.</summary>
    private static readonly Dictionary<Profile, string[]> Duties = new()
    {
        [Profile.Sgpi] = ["give an envelope", "take back an envelope"],
        [Profile.Cdc] =
        [
            "take a fee",
            "commit",
            "release",
            "amend",
            "close",
            "revise a forecast",
            "comment",
            "request",
            "hand in a document",
            "complete",
            "reject",
            "take back a fee",
        ],
        [Profile.Ministry] = ["request", "hand in a document"],
    };

    public static TheoryData<TestEngine, Profile> Everybody()
    {
        var data = new TheoryData<TestEngine, Profile>();
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            foreach (var profile in Enum.GetValues<Profile>())
            {
                data.Add(engine, profile);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_profile_does_what_is_its_own_and_nothing_else(TestEngine engine, Profile profile)
    {
        await using var store = await engine.ContractedStoreAsync();
        var acts = await ActsAsync(store);
        var viewer = Person(70, profile);
        var done = new List<string>();
        foreach (var (name, act) in acts)
        {
            var before = (await store.EntriesAsync()).Count;
            var refusal = await act(viewer);
            if (refusal is null)
            {
                done.Add(name);
            }
            else
            {
                Assert.Contains(refusal, new[] { Refusal.NoRight, Refusal.NotFound });
                Assert.Equal(before, (await store.EntriesAsync()).Count);
            }
        }

        var allowed = Duties.GetValueOrDefault(profile, []);
        Assert.Equal(allowed.Order(StringComparer.Ordinal), done.Order(StringComparer.Ordinal));
        Assert.All(allowed, name => Assert.Contains(acts, act => act.Name == name));
    }

    [Theory, OnBothEngines]
    public async Task A_ministry_sees_and_requests_on_its_own_project_only(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        Assert.True((await store.GrantAsync(1002, Money.FromEuros(50_000))).Done);
        await store.ContractAsync(1002, Money.FromEuros(50_000));
        var own = Person(71, Profile.Ministry, Perimeter.OfApplications(Number));

        async Task<Refusal?> RequestAsync(int number)
        {
            var instalment = (await store.FileAsync(number)).Convention!.Standing.First();
            return (await store.Get<RequestPayment>().RunAsync(own, new(number, instalment.Id, Cent))).Refusal;
        }

        async Task<Refusal?> HandInAsync(int number) =>
            (
                await store
                    .Get<AttachDocument>()
                    .RunAsync(
                        own,
                        new(1, number, null, DocumentKind.Other, "Note", "https://documents.example.invalid/")
                    )
            ).Refusal;

        Assert.Null(await RequestAsync(Number));
        Assert.Null(await HandInAsync(Number));
        Assert.Equal(Refusal.NotFound, await RequestAsync(1002));
        Assert.NotNull(await HandInAsync(1002));
        Assert.NotNull(await store.Get<ProjectBudgetSheet>().RunAsync(own, new(Number)));
        Assert.Null(await store.Get<ProjectBudgetSheet>().RunAsync(own, new(1002)));
        var facts = (await store.Get<BudgetFigures>().RunAsync(own, new(ApplicationFilter.All))).Facts;
        Assert.Equal([Number], facts.Projects.Keys);
        Assert.Empty(facts.Editions);
        var journal = await store.Get<LedgerJournal>().RunAsync(own, new());
        Assert.All(journal.Entries, entry => Assert.Equal(Number, entry.Number));
        Assert.Single(await store.Get<PaymentList>().RunAsync(own, new()));
    }

    [Theory, OnBothEngines]
    public async Task Somebody_of_CDC_over_one_edition_does_nothing_to_another(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var other = Person(72, Profile.Cdc, Perimeter.OfEdition(2));
        foreach (var (name, act) in await ActsAsync(store))
        {
            Assert.True(await act(other) is not null, name);
        }
    }

    [Theory, OnBothEngines]
    public async Task A_payment_takes_two_people_whoever_they_are(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var both = Person(73, Profile.Cdc) with
        {
            Profiles = [new(Profile.Cdc, Perimeter.Everything), new(Profile.Sgpi, Perimeter.Everything)],
        };
        var payment = await store.RequestAsync(Number, 0);
        Assert.True((await store.AdvanceAsync(both, payment, PaymentState.DocumentsComplete)).Done);
        Assert.True((await store.AdvanceAsync(both, payment, PaymentState.Prepared)).Done);
        Assert.Equal(
            "Refusal_SamePerson",
            (await store.AdvanceAsync(both, payment, PaymentState.Validated)).Refusal?.Key
        );
        Assert.Equal(
            "Refusal_PaymentOrder",
            (
                await store
                    .Get<RecordPayment>()
                    .RunAsync(both, new(payment, Today, "VIR", await store.VersionAsync(payment)))
            )
                .Refusal
                ?.Key
        );
    }

    /// <summary>Acts that could be done, in an order in which none keeps the next from it.</summary>
    private static async Task<List<(string Name, Func<Viewer, Task<Refusal?>> Act)>> ActsAsync(TestStore store)
    {
        var fee = await store.DoAsync<RecordFee, RecordFee.Request, long>(new(1, Cent, Today, "Frais"));
        var envelope = await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(new(1, Cent, Today, "Plus"));
        Assert.True((await store.GrantAsync(Number, Money.FromEuros(10))).Done);
        var file = await store.FileAsync(Number);
        var (first, last) = (file.Convention!.Standing.First(), file.Convention.Standing.Last());
        var (waiting, unwanted) = (await AskAsync(store, first.Id), await AskAsync(store, first.Id));

        async Task<Refusal?> RunAsync<TResult>(Task<Outcome<TResult>> act) => (await act).Refusal;
        async Task<int> VersionAsync() => (await store.FileAsync(Number)).Convention!.Version;
        return
        [
            ("give an envelope", by => RunAsync(store.Get<RecordEnvelope>().RunAsync(by, new(1, Cent, Today, "Plus")))),
            (
                "take back an envelope",
                by => RunAsync(store.Get<ReverseEntry>().RunAsync(by, new(envelope, Today, "Non")))
            ),
            ("take a fee", by => RunAsync(store.Get<RecordFee>().RunAsync(by, new(1, Cent, Today, "Frais")))),
            ("take back a fee", by => RunAsync(store.Get<ReverseEntry>().RunAsync(by, new(fee, Today, "Erreur")))),
            ("commit", by => RunAsync(store.Get<CommitGrant>().RunAsync(by, new(Number, Cent, Today, "AE")))),
            (
                "release",
                by =>
                    RunAsync(
                        store.Get<ReleaseGrant>().RunAsync(by, new(Number, Cent, ReleaseLevel.Grant, Today, "Reste"))
                    )
            ),
            (
                "revise a forecast",
                by => RunAsync(store.Get<ReviseForecast>().RunAsync(by, new(Number, last.Id, last.PlannedOn, "Retard")))
            ),
            ("comment", by => RunAsync(store.Get<CommentBudget>().RunAsync(by, new(Number, "Vu")))),
            ("request", by => RunAsync(store.Get<RequestPayment>().RunAsync(by, new(Number, first.Id, Cent)))),
            (
                "hand in a document",
                by =>
                    RunAsync(
                        store
                            .Get<AttachDocument>()
                            .RunAsync(
                                by,
                                new(
                                    1,
                                    Number,
                                    waiting,
                                    DocumentKind.Other,
                                    "Note",
                                    "https://documents.example.invalid/"
                                )
                            )
                    )
            ),
            ("complete", async by => (await store.AdvanceAsync(by, waiting, PaymentState.DocumentsComplete)).Refusal),
            ("reject", async by => (await store.AdvanceAsync(by, unwanted, PaymentState.Rejected, "Double")).Refusal),
            (
                "amend",
                async by =>
                {
                    var kept = (await store.FileAsync(Number)).Convention!.Standing.Skip(1).ToList();
                    PlannedInstalment[] schedule =
                    [
                        .. kept.Select(one => new PlannedInstalment(
                            one.Kind,
                            one.Label,
                            one.Amount,
                            one.PlannedOn,
                            []
                        )),
                    ];
                    return await RunAsync(
                        store
                            .Get<AmendConvention>()
                            .RunAsync(
                                by,
                                new(Number, Money.Zero, [.. schedule], Today, "Calendrier", await VersionAsync())
                            )
                    );
                }
            ),
            (
                "close",
                async by =>
                {
                    if (by.Can(Right.KeepBudgets))
                    {
                        await RejectAllAsync(store);
                    }

                    return await RunAsync(
                        store.Get<CloseConvention>().RunAsync(by, new(Number, Today, "Solde", await VersionAsync()))
                    );
                }
            ),
        ];
    }

    private static Task<long> AskAsync(TestStore store, long instalment) =>
        store.DoAsync<RequestPayment, RequestPayment.Request, long>(new(Number, instalment, Cent));

    private static async Task RejectAllAsync(TestStore store)
    {
        foreach (var payment in (await store.FileAsync(Number)).Payments.Where(payment => payment.IsOpen))
        {
            Assert.True((await store.AdvanceAsync(Viewer.Product, payment.Id, PaymentState.Rejected, "Solde")).Done);
        }
    }
}
