using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Scores;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Dashboards;

/// <summary>A programme that goes on by acts drawn from a seed, of every subject; some are refused, and change nothing.</summary>
internal sealed class RandomProgramme
{
    private const int Edition = 1;

    private static readonly string[] Reviewers = ["a", "b", "c"];
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly TestStore store;
    private readonly Random random;
    private readonly LedgerSteps money;
    private readonly RandomMoney rest;
    private readonly RandomPlans plans;
    private readonly Dictionary<int, Dossier> dossiers = [];
    private readonly Dictionary<string, int> reviewers = [];
    private readonly List<string> refused = [];
    private int last = 2000;

    private RandomProgramme(TestStore store, Random random)
    {
        (this.store, this.random) = (store, random);
        money = new LedgerSteps(store, random);
        rest = new RandomMoney(store, random);
        plans = new RandomPlans(store, random);
    }

    /// <summary>How many acts of each kind were done.</summary>
    public Dictionary<string, int> Done { get; } = [];

    public IReadOnlyList<string> Refused => refused;

    /// <summary>Two editions; in the first one reviewers, a laureate whose support begins, and money in both.</summary>
    public static async Task<RandomProgramme> BeginAsync(TestStore store, int seed)
    {
        var programme = new RandomProgramme(store, new Random(seed));
        await store.RecordEditionAsync(Edition);
        await store.RecordEditionAsync(2);
        await programme.DepositAsync(Edition, [.. Enumerable.Range(1001, 6)]);
        await programme.DepositAsync(2, [2001]);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(Edition, SampleScores.Grid(), null));
        foreach (var key in Reviewers)
        {
            programme.reviewers[key] = await store.EnlistAsync(Edition, key);
            await store.SignInAsync(key, Profile.Reviewer);
        }

        await store.MakeLaureateAsync(SamplePrototypes.Number);
        await programme.money.BeginAsync();
        await store.StartAsync(SamplePrototypes.Number);
        return programme;
    }

    /// <summary>Tries one act; whether it was done.</summary>
    public async Task<bool> ActAsync()
    {
        store.Time.Advance(TimeSpan.FromMinutes(1 + random.Next(30)));
        var (what, refusal) = random.Next(16) switch
        {
            0 => ("deposit", await DepositAsync(Edition, [++last - 900])),
            1 => ("modify", await ModifyAsync()),
            2 or 3 => ("stage", await MoveAsync()),
            4 => ("assign", await AssignAsync()),
            5 => ("submit", await SubmitAsync()),
            6 => random.Next(3) == 0 ? ("weigh", await WeighAsync()) : ("reopen", await ReopenAsync()),
            >= 7 and <= 11 => ("ledger", await SpendAsync()),
            12 or 13 => await rest.ActAsync(),
            _ => await plans.ActAsync(),
        };
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        if (refusal is not null)
        {
            refused.Add($"{what}: {refusal.Key}");
            return false;
        }

        Done[what] = Done.GetValueOrDefault(what) + 1;
        return true;
    }

    /// <summary>The synchronisation sees a dossier on the day on which it is deposited, as its schedule has it.</summary>
    private async Task<Refusal?> DepositAsync(int edition, int[] numbers)
    {
        foreach (var number in numbers)
        {
            dossiers[number] = SampleDossiers.Dossier(number, store.Now.AddMinutes(-1));
            await store.RecordAsync(edition, dossiers[number]);
        }

        return null;
    }

    private async Task<Refusal?> ModifyAsync()
    {
        var number = Number();
        var amount = random.Next(1, 1000);
        var technique = $"Technique-{random.Next(3)}";
        var dossier = random.Next(2) == 0 ? dossiers[number] : Ministry(dossiers[number]);
        dossiers[number] = dossier with
        {
            ModifiedAt = store.Now.AddSeconds(-30),
            Fields =
            [
                .. dossier.Fields.Select(field =>
                    field.Label switch
                    {
                        "Budget demandé (en euros)" => field with { Text = $"{amount}", Number = amount },
                        "Techniques d’IA visées" when amount % 3 == 0 => field with
                        {
                            Text = technique,
                            Choices = [technique],
                        },
                        _ => field,
                    }
                ),
            ],
        };
        await store.RecordAsync(number / 2000 + 1, dossiers[number]);
        return null;
    }

    private Dossier Ministry(Dossier dossier) =>
        dossier.With(
            "Ministère ou opérateur porteur",
            random.Next(4) is var which and > 0 ? $"Ministère-{which}" : null
        );

    /// <summary>To a stage that may follow, from now on or from a moment since the last one.</summary>
    private async Task<Refusal?> MoveAsync()
    {
        var number = Number();
        var application = (await store.SheetAsync(number))!.Application;
        var after = StageRules.After(application.Stage);
        var to =
            random.Next(10) == 0 ? Stages[random.Next(Stages.Length)] : after[random.Next(Math.Min(2, after.Count))];
        DateTime? from =
            random.Next(2) == 0
                ? null
                : application.StageSince + ((store.Now - application.StageSince) * random.NextDouble());
        var moved = await store
            .Get<ChangeStage>()
            .RunAsync(SampleScores.Manager, new(number, to, "Motif", application.Version, from));
        return moved.Refusal;
    }

    private async Task<Refusal?> AssignAsync()
    {
        var (number, key) = (Number(), Key());
        var outcome =
            random.Next(4) == 0
                ? await store
                    .Get<TakeBackAssignment>()
                    .RunAsync(SampleScores.Manager, new(Edition, number, reviewers[key]))
                : await store
                    .Get<AssignReviewers>()
                    .RunAsync(SampleScores.Manager, new(Edition, [new(number, reviewers[key])]));
        return outcome.Refusal;
    }

    /// <summary>One of those that somebody was given.</summary>
    private async Task<Refusal?> SubmitAsync()
    {
        var viewer = await store.ViewerAsync(Key());
        var open = (await store.Get<OwnReviews>().RunAsync(viewer, new()))
            .Where(review => review.State != ReviewState.Submitted)
            .ToList();
        if (open.Count == 0)
        {
            return new Refusal("Nothing to submit");
        }

        var number = open[random.Next(open.Count)].Number;
        var sheet = await store.SheetAsync(Edition, "Vu", 2 + random.Next(9), 2 + random.Next(9));
        var version = (await store.Get<ReviewWorkspace>().RunAsync(viewer, new(number)))?.Version;
        var saved = await store.Get<SaveDraft>().RunAsync(viewer, new(number, sheet, version));
        return saved.Done
            ? (await store.Get<SubmitReview>().RunAsync(viewer, new(number, saved.Value))).Refusal
            : saved.Refusal;
    }

    private async Task<Refusal?> ReopenAsync()
    {
        var submitted = await store.RowsAsync(context =>
            context.Reviews.Where(review => review.State == ReviewState.Submitted).OrderBy(review => review.Id)
        );
        if (submitted.Count < 3)
        {
            return new Refusal("Nothing to reopen");
        }

        var review = submitted[random.Next(submitted.Count)];
        return (
            await store
                .Get<ReopenReview>()
                .RunAsync(SampleScores.Manager, new(review.Number, review.ReviewerId, "À revoir"))
        ).Refusal;
    }

    private async Task<Refusal?> WeighAsync()
    {
        var grid = (await store.Get<GridSheet>().RunAsync(Viewer.Product, new(Edition)))!.Grid;
        var wanted = grid.Again().Weighing(random.Next(1, 9) * 10, random.Next(1, 9) * 10) with { Reason = "Comité" };
        return (await store.Get<EditGrid>().RunAsync(SampleScores.Manager, new(Edition, wanted, grid.Version))).Refusal;
    }

    /// <summary>At times days pass, and at times an entry counts from an earlier one.</summary>
    private async Task<Refusal?> SpendAsync()
    {
        money.Ledger.Today = ParisTime.DayOf(store.Now);
        var (tried, isTaken, refusal) = await money.NextAsync();
        Assert.True(isTaken == refusal is null, $"{tried}: {refusal?.Key}");
        return refusal;
    }

    private int Number() => dossiers.Keys.ElementAt(random.Next(dossiers.Count));

    private string Key() => Reviewers[random.Next(Reviewers.Length)];
}
