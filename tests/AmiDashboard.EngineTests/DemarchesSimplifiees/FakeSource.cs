using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AmiDashboard.Core.Applications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>
/// démarches-simplifiées as documented, on a free port: two orders with cursors of their own, pages of 100 at most, an
/// inclusive <c>updatedSince</c> on a clock finer than it shows, deletion lists, and any fault on demand.
/// </summary>
internal sealed partial class FakeSource : IAsyncDisposable
{
    public const string Token = "jeton-de-test";
    public const int Demarche = 4242;

    private readonly WebApplication application;
    private readonly Lock gate = new();
    private readonly Dictionary<int, FakeDossier> dossiers = [];
    private readonly Dictionary<int, FakeDossier> binned = [];
    private readonly Dictionary<int, (DateTime At, string Reason)> bin = [];
    private readonly Dictionary<int, (DateTime At, string Reason)> deleted = [];
    private DateTime clock = new(2018, 9, 20, 8, 0, 0, DateTimeKind.Utc);

    private FakeSource(WebApplication application) => this.application = application;

    public string BaseUrl => application.Urls.Single();

    /// <summary>Called before each answer with the request and its index from 0; what it gives is sent instead.</summary>
    public Func<AskedQuery, IResult?> Fault { get; set; } = _ => null;

    public ConcurrentQueue<AskedQuery> Asked { get; } = [];

    public static async Task<FakeSource> StartAsync(int count, int seed = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var source = new FakeSource(builder.Build());
        source.application.MapPost("/api/v2/graphql", (Delegate)source.AnswerAsync);
        source.Fill(count, new Random(seed));
        await source.application.StartAsync();
        return source;
    }

    public IReadOnlyList<int> Numbers => Locked(() => dossiers.Keys.Order().ToList());

    /// <summary>What the source would say of every dossier it shows.</summary>
    public IReadOnlyDictionary<int, FakeDossier> Dossiers => Locked(() => dossiers.ToDictionary());

    /// <summary>Modifies a dossier; the source's date moves by less than a second.</summary>
    public void Touch(int number, Action<FakeDossier> change) =>
        Locked(() =>
        {
            change(dossiers[number]);
            dossiers[number].ModifiedAt = Tick();
        });

    /// <summary>Time goes by at the source.</summary>
    public void Wait(TimeSpan time) => Locked(() => clock += time);

    /// <summary>Labels move no date.</summary>
    public void Label(int number, string label) => Locked(() => dossiers[number].Labels.Add(label));

    public void Break(int number, bool isInconsistent = true) =>
        Locked(() => dossiers[number].IsInconsistent = isInconsistent);

    public int Add() =>
        Locked(() =>
        {
            var number = dossiers.Keys.Concat(bin.Keys).Concat(deleted.Keys).Append(1000).Max() + 1;
            var at = Tick();
            dossiers[number] = new()
            {
                Number = number,
                DepositedAt = at,
                ModifiedAt = at,
                Title = $"Projet {number}",
            };
            return number;
        });

    public void Bin(int number) =>
        Locked(() =>
        {
            binned[number] = dossiers[number];
            dossiers.Remove(number);
            bin[number] = (Tick(), "user_request");
        });

    public void Restore(int number) =>
        Locked(() =>
        {
            dossiers[number] = binned[number];
            bin.Remove(number);
        });

    public void Delete(int number) =>
        Locked(() =>
        {
            dossiers.Remove(number);
            bin.Remove(number);
            deleted[number] = (Tick(), "expired");
        });

    /// <summary>Gone from the pages, and in neither list.</summary>
    public void Lose(int number) => Locked(() => dossiers.Remove(number));

    public void Find(FakeDossier dossier) => Locked(() => dossiers[dossier.Number] = dossier);

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private void Fill(int count, Random random)
    {
        for (var number = 1001; number <= 1000 + count; number++)
        {
            var at = new DateTime(2018, 6, 14, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(90 * 86400));
            dossiers[number] = new()
            {
                Number = number,
                DepositedAt = at,
                ModifiedAt = at.AddMilliseconds(random.Next(1000)).AddDays(random.Next(5)),
                Title = $"Projet {number}",
                Budget = random.Next(10) == 0 ? null : $"{random.Next(100) * 5000}",
            };
        }
    }

    private DateTime Tick() => clock = clock.AddMilliseconds(370);

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var asked = AskedQuery.Of(body.RootElement, Asked.Count);
        Asked.Enqueue(asked);
        if (Fault(asked) is { } fault)
        {
            return fault;
        }

        if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            return Faults.TokenRefused;
        }

        return Locked(() =>
            asked.Operation switch
            {
                "Page" => PageOf(asked, whole: true),
                "Outline" => PageOf(asked, whole: false),
                "Latest" => LatestOf(),
                "Bin" => DeletionsOf(asked, bin),
                "Deletions" => DeletionsOf(asked, deleted),
                "One" or "Links" => OneOf(asked),
                "Standing" => StandingOf(asked),
                "Accept" => Decide(asked, "accepte"),
                "Refuse" => Decide(asked, "refuse"),
                _ => Faults.QueryRefused,
            }
        );
    }

    private IResult PageOf(AskedQuery asked, bool whole)
    {
        if (asked.Demarche != Demarche)
        {
            return Faults.NotFound;
        }

        var order = asked.Since is null ? "depot" : "modification";
        Func<FakeDossier, DateTime> key = asked.Since is null ? one => one.DepositedAt : one => one.ModifiedAt;
        var rows = dossiers
            .Values.Where(one => asked.Since is null || one.ModifiedAt >= asked.Since)
            .Select(one => (At: key(one), one.Number, Dossier: one));
        if (!TryPage(rows, order, asked, out var page, out var info))
        {
            return Faults.CursorRefused;
        }

        var broken = page.FindIndex(row => row.Dossier.IsInconsistent);
        if (whole && broken >= 0)
        {
            return Faults.InvalidNull(broken);
        }

        var nodes = page.Select(row =>
            whole
                ? row.Dossier.ToJson($"{BaseUrl}/files")
                : new { number = row.Number, dateDerniereModification = FakeDossier.Shown(row.Dossier.ModifiedAt) }
        );
        return Data(new { demarche = new { dossiers = new { pageInfo = info, nodes } } });
    }

    private IResult LatestOf()
    {
        var last = dossiers.Values.OrderBy(one => one.ModifiedAt).ThenBy(one => one.Number).TakeLast(1);
        var nodes = last.Select(one => new
        {
            number = one.Number,
            dateDerniereModification = FakeDossier.Shown(one.ModifiedAt),
        });
        return Data(new { demarche = new { dossiers = new { nodes } } });
    }

    private static IResult DeletionsOf(AskedQuery asked, Dictionary<int, (DateTime At, string Reason)> list)
    {
        var rows = list.Where(one => asked.Since is null || one.Value.At >= asked.Since)
            .Select(one => (one.Value.At, Number: one.Key, Dossier: one.Value.Reason));
        if (!TryPage(rows, "suppression", asked, out var page, out var info))
        {
            return Faults.CursorRefused;
        }

        var nodes = page.Select(row => new
        {
            number = row.Number,
            reason = row.Dossier,
            dateSupression = FakeDossier.Shown(row.At),
        });
        return Data(new { demarche = new { deletions = new { pageInfo = info, nodes } } });
    }

    private IResult OneOf(AskedQuery asked) =>
        !dossiers.TryGetValue(asked.Number ?? 0, out var dossier) ? Faults.NotFound
        : dossier.IsInconsistent && asked.Operation == "One" ? Faults.InvalidNull(null)
        : Data(new { dossier = dossier.ToJson($"{BaseUrl}/files") });

    /// <summary>Keyset paging; false for a cursor of another order. An empty page has a null cursor.</summary>
    private static bool TryPage<T>(
        IEnumerable<(DateTime At, int Number, T Dossier)> rows,
        string order,
        AskedQuery asked,
        out List<(DateTime At, int Number, T Dossier)> page,
        out object? info
    )
    {
        (page, info) = ([], null);
        var sorted = rows.OrderBy(row => row.At).ThenBy(row => row.Number).AsEnumerable();
        if (asked.After is { } after)
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(after)).Split(';');
            if (parts[0] != order)
            {
                return false;
            }

            var last = (
                new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc),
                int.Parse(parts[2], CultureInfo.InvariantCulture)
            );
            sorted = sorted.Where(row => (row.At, row.Number).CompareTo(last) > 0);
        }

        var rest = sorted.ToList();
        page = rest.Take(Math.Min(asked.First ?? 100, 100)).ToList();
        info = new
        {
            hasNextPage = rest.Count > page.Count,
            endCursor = page.Count == 0
                ? null
                : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{order};{page[^1].At.Ticks};{page[^1].Number}")),
        };
        return true;
    }

    private static IResult Data(object data) => Results.Json(new { data }, JsonSerializerOptions.Default);

    private void Locked(Action act)
    {
        lock (gate)
        {
            act();
        }
    }

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
        {
            return act();
        }
    }
}
