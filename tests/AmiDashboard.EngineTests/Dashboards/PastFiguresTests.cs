using System.Globalization;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Dashboards;

/// <summary>
/// What is shown of a past day, against what was shown on it: a programme goes on by random acts, at the end of each day
/// every figure, the ranking and the list are written down as they are now, and asked for again later as of that day.
/// <para>
/// Left out, since they are of today by design: titles, organisations and the words of free search (of the latest reading);
/// dossiers that the source deleted; what the questions of the form mean; the grid but for its weights; and the hours
/// between a deposit or a modification at the source and the synchronisation that sees it, which count as known.
/// </para>
/// </summary>
public sealed class PastFiguresTests
{
    private const int Days = 70;

    private static readonly string[] Acts =
    [
        .. "deposit modify stage assign submit reopen weigh ledger forecast comment document withdrawal".Split(' '),
        .. "milestone reached reopened report session trial".Split(' '),
    ];

    /// <summary>Raised by no sequence of these acts; <see cref="KeyFigureSumsTests"/> raises them.</summary>
    private static readonly string[] Unraised = ["alert-ForecastBeyondGrant", "alert-TrialUnplanned"];

    [Theory, OnBothEngines]
    public async Task A_past_day_is_shown_as_it_was_shown_at_its_end(TestEngine engine)
    {
        var (done, figures) = (new HashSet<string>(), new HashSet<string>());
        foreach (var seed in new[] { 1, 2 })
        {
            await using var store = await engine.CreateStoreAsync();
            var programme = await RandomProgramme.BeginAsync(store, seed);
            var then = await GoOnAsync(store, programme, new Random(seed));
            foreach (var (day, shown) in then)
            {
                var now = await ShownAsync(store, day);
                Assert.True(
                    shown.SequenceEqual(now),
                    $"Seed {seed}, {day}:\nthen {string.Join("\nthen ", shown.Except(now))}\n"
                        + $"now  {string.Join("\nnow  ", now.Except(shown))}"
                );
            }

            done.UnionWith(programme.Done.Keys);
            figures.UnionWith(
                KeyFigures.All.Select(figure => figure.Name).Where(name => then.Exists(one => Says(one.Shown, name)))
            );
        }

        Assert.Empty(Acts.Except(done));
        Assert.Empty(KeyFigures.All.Select(figure => figure.Name).Except(figures).Except(Unraised));
    }

    /// <summary>Days of random acts, some followed by weeks or months without any, and what is shown at the end of each.</summary>
    private static async Task<List<(DateOnly Day, List<string> Shown)>> GoOnAsync(
        TestStore store,
        RandomProgramme programme,
        Random random
    )
    {
        List<(DateOnly Day, List<string> Shown)> then = [];
        for (var day = 0; day < Days; day++)
        {
            foreach (var _ in Enumerable.Range(0, random.Next(16)))
            {
                await programme.ActAsync();
            }

            then.Add((ParisTime.DayOf(store.Now), await ShownAsync(store, null)));
            var pause =
                day % 25 == 24 ? 100
                : random.Next(10) == 0 ? 35
                : 1 + random.Next(3);
            var next = ParisTime.DayOf(store.Now).AddDays(pause);
            store.GoTo(ParisTime.ToUtc(next.ToDateTime(new TimeOnly(8, 0))));
            // What goes stale by itself is written down before anybody does anything.
            if (pause > 3)
            {
                then.Add((next, await ShownAsync(store, null)));
                store.GoTo(store.Now.AddDays(1));
            }
        }

        return then;
    }

    /// <summary>All that is shown of a day, or (null) of now, a line for each thing.</summary>
    private static async Task<List<string>> ShownAsync(TestStore store, DateOnly? day)
    {
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        List<string> lines = [];
        // Every filter each evening, under each perimeter in turn.
        var turn = (day ?? ParisTime.DayOf(store.Now)).DayNumber;
        foreach (var (at, filter) in Filters.Index())
        {
            var perimeter = Perimeters[(turn + at) % Perimeters.Length];
            var viewer = SampleDossiers.Person(Profile.Dinsic, perimeter);
            var asked = filter with { AsOf = day };
            var which = $"{perimeter.Key} {filter}";
            lines.AddRange((await FiguresAsync(store, viewer, asked)).Select(line => $"{which} {line}"));
            lines.AddRange((await ListAsync(store, viewer, asked)).Select(line => $"{which} {line}"));
        }

        lines.AddRange(await RankingAsync(store, day));
        return lines;
    }

    private static readonly Perimeter[] Perimeters =
    [
        Perimeter.Everything,
        Perimeter.OfEdition(1),
        Perimeter.OfApplications(1001, 1003),
    ];

    private static IEnumerable<ApplicationFilter> Filters =>
        [
            ApplicationFilter.All,
            new() { Edition = 1 },
            new() { Stage = Stage.UnderReview },
            new() { Ministry = "Ministère-1" },
            new() { Ministry = "" },
            new() { Technique = "Technique-2" },
            new() { Step = Step.ReviewStart },
            new() { Numbers = NumberSet.Of(1001, 1002, 1101) },
            new() { DepositedFrom = new(2018, 12, 5), DepositedTo = new(2019, 2, 1) },
        ];

    private static async Task<IEnumerable<string>> FiguresAsync(
        TestStore store,
        Viewer viewer,
        ApplicationFilter filter
    )
    {
        var known = await store.Get<ProgrammeFigures>().RunAsync(viewer, new(filter));
        var standing = ProgrammeStanding.Of(known.Facts, known.Scope);
        return KeyFigures.All.Select(figure =>
            figure.Explain(standing) is { } reading
                ? $"{figure.Name} {reading.Value.Amount}/{reading.Value.Of}: "
                    + string.Join(
                        ' ',
                        reading.Parts.Select(part => $"{part.Edition}-{part.Number}={part.Amount}/{part.Of}")
                    )
                : $"{figure.Name} –"
        );
    }

    private static async Task<IEnumerable<string>> ListAsync(TestStore store, Viewer viewer, ApplicationFilter filter)
    {
        var page = await store.Get<ApplicationList>().RunAsync(viewer, new(filter, Size: ApplicationList.LargestPage));
        return page
            .Rows.Select(row =>
                $"{row.Number} {row.Edition} {row.Stage} {row.Ministry} {row.Requested?.Cents} "
                + $"{row.DepositedAt:O} {string.Join(',', row.Techniques)}"
            )
            .Append($"list {page.Total} {page.Requested.Cents}");
    }

    /// <summary>Means to a billionth: they are sums in another order.</summary>
    private static async Task<IEnumerable<string>> RankingAsync(TestStore store, DateOnly? day)
    {
        var asOf = day is null ? (DateTime?)null : new ApplicationFilter { AsOf = day }.InstantAt(store.Now);
        var known = await store.Get<RankingFacts>().RunAsync(SampleDossiers.Person(Profile.Dinsic), new(1, asOf));
        return known
            .Facts!.Ranking!.Rows.Select(row =>
                $"rank {row.Number} {row.AdjustedRank} {row.Rank} {Text(row.Mean)} {Text(row.AdjustedMean)} {row.Reviews}"
            )
            .Append($"weights {string.Join(' ', known.Facts.Ranking.Weights)}");
    }

    /// <summary>Whether a figure is something else than nothing.</summary>
    private static bool Says(List<string> shown, string figure) =>
        shown.Exists(line =>
            line.Contains($" {figure} ", StringComparison.Ordinal)
            && !line.Contains($" {figure} 0/0", StringComparison.Ordinal)
        );

    private static string? Text(double? mean) =>
        mean is { } value ? Math.Round(value, 9).ToString(CultureInfo.InvariantCulture) : null;
}
