using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Scores;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Portability;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.People;

/// <summary>
/// Every operation that exists, by every profile, over every kind of perimeter, with arguments forged to point beyond it:
/// refused with the words for something that does not exist, and not one row of the store is another afterwards. A new
/// operation is walked by itself; it fails where its requests cannot be made, or where even somebody with every right gets
/// no further.
/// </summary>
public sealed class EveryForgeryTests
{
    /// <summary>What no perimeter bounds: rows of one's own, and what only the product itself is let do.</summary>
    private static readonly Type[] OfOneself =
    [
        typeof(IssueAccessKey),
        typeof(WithdrawAccessKey),
        typeof(IssueCalendarKey),
        typeof(ArrangeDashboard),
        typeof(Subscribe),
        typeof(SignOutPerson),
    ];

    private static readonly Type[] ByTheProduct =
    [
        typeof(SignInPerson),
        typeof(LinkReviewer),
        typeof(NoteKeyUse),
        typeof(ClaimDigest),
        typeof(ConcludeDigest),
        typeof(IssueInvitationCode),
        typeof(TakeInvitation),
    ];

    /// <summary>Finds its payments by what the file says of them: the preview's read is walked over the same matching.</summary>
    private static readonly Type[] WithoutAddress = [typeof(ApplyPaymentFile)];

    /// <summary>
    /// Refused before it matters what they point to: no session of SGPI has closed. Their own tests name what lies beyond.
    /// </summary>
    private static readonly Type[] StoppedBefore = [typeof(NoteSending), typeof(RecordGrants)];

    /// <summary>What others of the walk would leave nothing for: they end the run, or take the application away.</summary>
    private static readonly Type[] First = [typeof(CancelRun), typeof(ChangeStage)];

    private static readonly string[] OfReach =
    [
        "Refusal_NoRight",
        "Refusal_NotFound",
        "Refusal_PerimeterUnknown",
        "Refusal_BeyondReach",
    ];

    private const string Done = "done";

    private static readonly Perimeter[] Elsewhere =
    [
        Perimeter.OfEdition(1),
        Perimeter.OfApplications(1001),
        Perimeter.Nothing,
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new PairKeyed() },
    };

    [Theory, OnBothEngines]
    public async Task What_points_beyond_the_perimeter_is_not_there_and_changes_nothing(TestEngine engine)
    {
        await using var store = await FilledForForgery.CopyAsync(engine);
        var (forged, nowhere) = Forged(store);
        var before = await PrintAsync(store);
        List<string> faults = [];
        foreach (var operation in Operations.Except(OfOneself).Except(ByTheProduct))
        {
            var requests = RequestsOf(operation, forged, 2, 2001);
            var ofNothing = RequestsOf(operation, nowhere, 99, 9999);
            foreach (var profile in Enum.GetValues<Profile>())
            {
                foreach (var perimeter in Elsewhere)
                {
                    var viewer = SampleDossiers.Person(profile, perimeter) with { PersonId = 900 };
                    if (!viewer.Can(RightOf(operation)))
                    {
                        Assert.Equal(Refusal.NoRight.Key, await AskAsync(store, operation, viewer, requests[0]));
                        continue;
                    }

                    var notThere = await AskAllAsync(store, operation, viewer, ofNothing);
                    foreach (var answer in await AskAllAsync(store, operation, viewer, requests))
                    {
                        if (answer == Done || !(OfReach.Contains(answer) || notThere.Contains(answer)))
                        {
                            faults.Add($"{operation.Name} by {profile} over {perimeter}: {answer}");
                        }
                    }
                }
            }

            if (await PrintAsync(store) is var after && after != before)
            {
                faults.Add($"{operation.Name} changed something.");
                before = after;
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    [Theory, OnBothEngines]
    public async Task The_same_requests_get_further_by_who_has_every_right(TestEngine engine)
    {
        await using var store = await FilledForForgery.CopyAsync(engine);
        var (forged, nowhere) = Forged(store);
        // Who reviews as well: their own sheets are nobody else's to write.
        var all = new Viewer(
            (await store.ViewerAsync("a2")).PersonId,
            "Tous les droits",
            [.. Enum.GetValues<Profile>().Select(profile => new HeldProfile(profile, Perimeter.Everything))]
        );
        List<string> stopped = [];
        // Reviews before what ends an assignment.
        var walked = Operations
            .Except([.. OfOneself, .. ByTheProduct, .. WithoutAddress, .. StoppedBefore])
            .OrderByDescending(operation => RightOf(operation) == Right.Review || First.Contains(operation))
            .ThenByDescending(operation => operation.Name, StringComparer.Ordinal);
        foreach (var operation in walked)
        {
            var notThere = await AskAllAsync(store, operation, all, RequestsOf(operation, nowhere, 99, 9999));
            var answers = await AskAllAsync(store, operation, all, RequestsOf(operation, forged, 2, 2001));
            answers.ExceptWith(OfReach);
            if (answers.All(answer => answer != Done && notThere.Contains(answer)))
            {
                stopped.Add($"{operation.Name}: {string.Join(", ", answers)}");
            }
        }

        Assert.True(stopped.Count == 0, string.Join('\n', stopped));
    }

    [Theory, OnBothEngines]
    public async Task What_is_of_oneself_or_of_the_product_changes_no_row_of_anybody_else(TestEngine engine)
    {
        await using var store = await FilledForForgery.CopyAsync(engine);
        var forger = await store.ArriveAsync("forger");
        var (forged, _) = Forged(store);
        foreach (var operation in OfOneself.Concat(ByTheProduct.Except([typeof(SignInPerson)])))
        {
            var before = await PrintAsync(store, forger.PersonId);
            foreach (var profile in Enum.GetValues<Profile>())
            {
                var viewer = SampleDossiers.Person(profile) with { PersonId = forger.PersonId };
                foreach (var request in forged.Of(RequestOf(operation)))
                {
                    await AskAsync(store, operation, viewer, request);
                }
            }

            Assert.True(before == await PrintAsync(store, forger.PersonId), operation.Name);
        }
    }

    /// <summary>All but those that place the demonstration, which ask for nothing.</summary>
    private static IEnumerable<Type> Operations =>
        StorageServices.ReadsAndOperations.Where(type =>
            InterfaceOf(type) is not null && type.Namespace != typeof(PlaceProgramme).Namespace
        );

    private static Type? InterfaceOf(Type type) =>
        Array.Find(
            type.GetInterfaces(),
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>)
        );

    private static Type RequestOf(Type operation) => InterfaceOf(operation)!.GetGenericArguments()[0];

    private static Right RightOf(Type operation) =>
        (Right)operation.GetProperty("Right", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>What points to the second edition, and the same of what does not exist.</summary>
    private static (ForgedRequests There, ForgedRequests Nowhere) Forged(TestStore store)
    {
        var today = ParisTime.DayOf(store.Now);
        return (new(2, 2001, 1, today), new(99, 9999, 9001, today));
    }

    /// <summary>What is made up of the type, and the like of it that somebody would send where that is not taken seriously.</summary>
    private static List<object> RequestsOf(Type operation, ForgedRequests forged, int edition, int number)
    {
        var day = new DateOnly(2018, 12, 1);
        IEnumerable<object> written = operation.Name switch
        {
            // One of these versions is the application's.
            nameof(ChangeStage) => Enumerable
                .Range(0, 12)
                .Select(version => new ChangeStage.Request(number, Stage.Withdrawn, "Motif", version)),
            nameof(RecordFee) => [new RecordFee.Request(edition, Money.FromEuros(1), day, "Motif")],
            nameof(RecordEdition) or nameof(ChangeEdition) => Enumerable
                .Range(0, operation.Name == nameof(RecordEdition) ? 1 : 4)
                .Select(version => new Edition
                {
                    Number = edition,
                    Name = "Édition",
                    OpensAt = new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc),
                    Deadline = new DateTime(2018, 12, 2, 9, 0, 0, DateTimeKind.Utc),
                    Version = version,
                }),
            _ => [],
        };
        return [.. forged.Of(RequestOf(operation)), .. written];
    }

    private static async Task<HashSet<string>> AskAllAsync(
        TestStore store,
        Type operation,
        Viewer viewer,
        List<object> requests
    )
    {
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in requests)
        {
            answers.Add(await AskAsync(store, operation, viewer, request));
        }

        return answers;
    }

    /// <summary>The refusal's key, or that it was done.</summary>
    private static async Task<string> AskAsync(TestStore store, Type operation, Viewer viewer, object request)
    {
        var get = typeof(TestStore).GetMethod(nameof(TestStore.Get))!.MakeGenericMethod(operation);
        var task = (Task)
            operation
                .GetMethod("RunAsync")!
                .Invoke(get.Invoke(store, null), [viewer, request, CancellationToken.None])!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return ((Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome))?.Key ?? Done;
    }

    /// <summary>Of every row of every table; without those that say whose they are and are a person's own.</summary>
    private static async Task<string> PrintAsync(TestStore store, int? without = null)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in StoreTables.InOrder(context))
        {
            if (without is not null && table.ClrType == typeof(Storage.Changes.ChangeRecord))
            {
                continue;
            }

            await foreach (var row in StoreTables.RowsAsync(context, table))
            {
                var owner = row is Person person
                    ? person.Id
                    : row.GetType().GetProperty("PersonId")?.GetValue(row) as int?;
                if (without is null || owner != without)
                {
                    hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType(), Json));
                }
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
