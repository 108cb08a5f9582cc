using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees.Documents;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Prototypes;
using AmiDashboard.Scores;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;
using static AmiDashboard.People.ReadQueries;

namespace AmiDashboard.People;

/// <summary>
/// Walks every profile, over several perimeters, through every read that exists. A read that this test does not know how
/// to ask makes it fail: that is how a new read declares itself.
/// </summary>
public sealed class EveryReadTests
{
    /// <summary>Answered to the product itself, before there is a viewer.</summary>
    private static readonly Type[] AskedByTheProduct =
    [
        typeof(FindViewer),
        typeof(FindCalendarOwner),
        typeof(FindKeyOwner),
        typeof(DueDigests),
        typeof(DataVersion),
    ];

    /// <summary>Reads of Exchange, and the walked read through which each answers.</summary>
    private static readonly Dictionary<Type, Type> AnsweringThrough = new()
    {
        [typeof(SyncStatus)] = typeof(MirrorState),
        [typeof(FreshLink)] = typeof(ApplicationSheet),
    };

    [Fact]
    public void Every_read_of_Exchange_answers_through_a_walked_one_under_the_same_right()
    {
        var reads = typeof(SyncStatus)
            .Assembly.GetTypes()
            .Where(type =>
                Array.Exists(
                    type.GetInterfaces(),
                    one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRead<,>)
                )
            )
            .ToList();
        Assert.NotEmpty(reads);
        Assert.All(
            reads,
            read =>
            {
                Assert.True(AnsweringThrough.TryGetValue(read, out var walked), $"{read.Name} is not walked.");
                Assert.Contains(walked, Reads);
                Assert.Equal(RightOf(walked), RightOf(read));
            }
        );
    }

    internal static object? RightOf(Type read) =>
        read.GetProperty(nameof(EditionList.Right), BindingFlags.Public | BindingFlags.Static)!.GetValue(null);

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

    [Fact]
    public void Every_read_says_how_it_is_asked_and_what_right_it_needs() =>
        Assert.All(
            Reads,
            read => Assert.True(All.ContainsKey(read), $"{read.Name} is not walked: add how it is asked.")
        );

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_read_shows_or_counts_a_row_outside_the_perimeter(TestEngine engine, Profile profile)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        foreach (var (perimeter, seen) in Perimeters)
        {
            var viewer = SampleDossiers.Person(profile, perimeter);
            foreach (var read in Reads)
            {
                var right = (Right)
                    read.GetProperty(nameof(EditionList.Right), BindingFlags.Public | BindingFlags.Static)!
                        .GetValue(null)!;
                foreach (var query in All[read])
                {
                    if (!viewer.Can(right))
                    {
                        await Assert.ThrowsAsync<AccessDeniedException>(() => AskAsync(store, read, viewer, query));
                        continue;
                    }

                    var answer = await AskAsync(store, read, viewer, query);
                    foreach (var hidden in FilledForReads.Numbers.Except(seen))
                    {
                        Assert.DoesNotContain($"-{hidden}", answer, StringComparison.Ordinal);
                        Assert.DoesNotContain($":{hidden}", answer, StringComparison.Ordinal);
                    }

                    foreach (var edition in new[] { 1, 2 }.Where(edition => !perimeter.Covers(edition)))
                    {
                        Assert.DoesNotContain(FilledBudgets.EnvelopeMark(edition), answer, StringComparison.Ordinal);
                    }

                    Assert.DoesNotContain("NoteSecrète", answer, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task Totals_and_amounts_are_those_of_the_perimeter(TestEngine engine)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        foreach (var (perimeter, seen) in Perimeters)
        {
            var page = await store
                .Get<ApplicationList>()
                .RunAsync(SampleDossiers.Person(Profile.Dinsic, perimeter), new(ApplicationFilter.All, Size: 1));
            Assert.Equal(seen.Length, page.Total);
            Assert.Equal(seen.Sum(number => number * 100L), page.Requested.Cents);
        }
    }

    [Theory, OnBothEngines]
    public async Task Entries_and_payments_are_counted_within_the_perimeter(TestEngine engine)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        var entries = await store.EntriesAsync();
        foreach (var (perimeter, seen) in Perimeters)
        {
            var viewer = SampleDossiers.Person(Profile.Cdc, perimeter);
            var journal = await store.Get<LedgerJournal>().RunAsync(viewer, new(Size: 1));
            Assert.Equal(
                entries.Count(entry =>
                    entry.Number is { } number ? seen.Contains(number) : perimeter.Covers(entry.Edition)
                ),
                journal.Total
            );
            Assert.Equal(
                4 * new[] { 1001, 2001 }.Count(seen.Contains),
                (await store.Get<PaymentList>().RunAsync(viewer, new(IsOpen: false))).Count
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task Prototypes_are_counted_within_the_perimeter_and_the_walk_finds_something(TestEngine engine)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        foreach (var (perimeter, seen) in Perimeters)
        {
            var dinsic = SampleDossiers.Person(Profile.Dinsic, perimeter);
            var ministry = SampleDossiers.Person(Profile.Ministry, perimeter);
            int[] begun = [.. new[] { 1001, 2001 }.Where(seen.Contains)];
            var known = await store.Get<PrototypeFigures>().RunAsync(dinsic, new(ApplicationFilter.All));
            Assert.Equal(begun, known.Facts.Prototypes.Keys.Order());
            Assert.Equal(2 * begun.Length, (await store.Get<SupportCalendar>().RunAsync(ministry, new())).Count);
            Assert.Equal(
                begun,
                (await store.Get<PublishedSheets>().RunAsync(ministry, new())).Select(one => one.Number)
            );
            Assert.Equal(
                new[] { 1003, 2002 }.Where(seen.Contains),
                (await store.Get<AwaitingSupport>().RunAsync(dinsic, new())).Select(one => one.Number)
            );
            foreach (var number in new[] { 1001, 2001 })
            {
                Assert.Equal(
                    begun.Contains(number),
                    await store.Get<ReportDesk>().RunAsync(ministry, new(number)) is not null
                );
                Assert.Equal(
                    begun.Contains(number),
                    await store.Get<SheetDesk>().RunAsync(ministry, new(number)) is not null
                );
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task Names_and_addresses_are_left_out_for_who_may_not_see_them(TestEngine engine)
    {
        await using var store = await FilledForReads.CopyAsync(engine);
        foreach (
            var profile in Enum.GetValues<Profile>()
                .Where(profile => ProfileRights.Of(profile).Contains(Right.SeeApplications))
        )
        {
            var answer = await AskAsync(
                store,
                typeof(ApplicationSheet),
                SampleDossiers.Person(profile, Perimeter.OfApplications(Own)),
                new ApplicationSheet.Query(Own)
            );
            Assert.Equal(
                ProfileRights.Of(profile).Contains(Right.SeePersonalData),
                answer.Contains("@example.invalid", StringComparison.Ordinal)
            );
        }
    }

    private static (Perimeter Perimeter, int[] Seen)[] Perimeters =>
        [
            (Perimeter.Everything, FilledForReads.Numbers),
            (Perimeter.OfEdition(1), [1001, 1002, 1003]),
            (Perimeter.OfApplications(Own), [Own]),
            (Perimeter.OfApplications(Own, 9999).Or(Perimeter.OfEdition(2)), [Own, 2001, 2002]),
            (Perimeter.Nothing, []),
            // What a conflict of interest leaves.
            (Perimeter.Everything.Except([new(1, 1003)]), [1001, 1002, 2001, 2002]),
            (Perimeter.OfEdition(1).Except([new(1, 1001), new(2, 2001)]), [1002, 1003]),
        ];

    internal static IEnumerable<Type> Reads =>
        StorageServices
            .ReadsAndOperations.Where(type =>
                Array.Exists(
                    type.GetInterfaces(),
                    one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRead<,>)
                )
            )
            .Except(AskedByTheProduct);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new PairKeyed() },
    };

    /// <summary>Runs the read and returns all that it answers, as text.</summary>
    internal static async Task<string> AskAsync(TestStore store, Type read, Viewer viewer, object query)
    {
        var get = typeof(TestStore).GetMethod(nameof(TestStore.Get))!.MakeGenericMethod(read);
        var task = (Task)
            read.GetMethod("RunAsync")!.Invoke(get.Invoke(store, null), [viewer, query, CancellationToken.None])!;
        await task;
        return JsonSerializer.Serialize(task.GetType().GetProperty("Result")!.GetValue(task), Json);
    }
}
