using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// The list as of a past day, from the same contributions that figures are folded from: a figure and its rows cannot
/// disagree. Titles and organisations are those of the latest reading.
/// </summary>
internal sealed class PastApplications(Store store, ApplicationBoard board, TimeProvider time)
{
    private const int BatchSize = 500;

    public async Task<ApplicationPage> PageAsync(
        Viewer viewer,
        ApplicationList.Query query,
        int size,
        CancellationToken cancellation
    )
    {
        var perimeter = viewer.PerimeterOf(ApplicationList.Right);
        var asOf = query.Filter.InstantAt(time.GetUtcNow().UtcDateTime);
        var facts = query
            .Filter.Admitted(
                (await board.StateAsync(cancellation))
                    .Facts.Values.Where(fact => perimeter.Admits(fact.Edition, fact.Number))
                    .Select(fact => fact.At(asOf))
                    .OfType<ApplicationFact>()
            )
            .ToDictionary(fact => fact.Number);
        await using var context = store.Read(viewer, ApplicationList.Right);
        var names = query.Order is ApplicationOrder.Title or ApplicationOrder.Organisation
            ? await NamesAsync(context, query.Order, facts.Keys, cancellation)
            : [];
        int[] numbers =
        [
            .. Ordered(facts.Values.Where(fact => query.After is null || fact.Number > query.After), query, names)
                .Skip(PageStart.Of(query.Page, size))
                .Take(size)
                .Select(fact => fact.Number),
        ];
        var rows = await context
            .Applications.Where(application => numbers.Contains(application.Number))
            .Select(application => new
            {
                application.Number,
                application.Title,
                application.Organisation,
                application.Eligibility,
                application.Presence,
            })
            .ToDictionaryAsync(row => row.Number, cancellation);
        return new(
            [
                .. numbers
                    .Where(rows.ContainsKey)
                    .Select(number =>
                    {
                        var (row, fact) = (rows[number], facts[number]);
                        return new ApplicationRow(
                            number,
                            fact.Edition,
                            row.Title,
                            row.Organisation,
                            fact.Ministry,
                            fact.Stage,
                            row.Eligibility,
                            row.Presence,
                            fact.DepositedAt,
                            fact.Requested,
                            fact.Techniques
                        );
                    }),
            ],
            facts.Count,
            Money.Sum(facts.Values.Select(fact => fact.Requested ?? Money.Zero))
        );
    }

    private static IEnumerable<ApplicationFact> Ordered(
        IEnumerable<ApplicationFact> facts,
        ApplicationList.Query query,
        Dictionary<int, string> names
    )
    {
        return query.Order switch
        {
            ApplicationOrder.Number => By(fact => fact.Number),
            ApplicationOrder.Title or ApplicationOrder.Organisation => By(fact =>
                FoldedText.Fold(names.GetValueOrDefault(fact.Number))
            ),
            ApplicationOrder.Ministry => By(fact => FoldedText.Fold(fact.Ministry)),
            // As the database orders stages: by their stored names.
            ApplicationOrder.Stage => By(fact => fact.Stage.ToString()),
            ApplicationOrder.Deposited => By(fact => fact.DepositedAt),
            ApplicationOrder.Requested => By(fact => fact.Requested?.Cents ?? long.MinValue),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Order, null),
        };

        IEnumerable<ApplicationFact> By<TKey>(Func<ApplicationFact, TKey> key) =>
            (query.Descending ? facts.OrderByDescending(key) : facts.OrderBy(key)).ThenBy(fact => fact.Number);
    }

    private static async Task<Dictionary<int, string>> NamesAsync(
        AmiContext context,
        ApplicationOrder order,
        IEnumerable<int> numbers,
        CancellationToken cancellation
    )
    {
        var names = new Dictionary<int, string>();
        foreach (var batch in numbers.Chunk(BatchSize))
        {
            var some = context.Applications.Where(application => batch.Contains(application.Number));
            var found =
                order == ApplicationOrder.Title
                    ? some.Select(application => new { application.Number, Name = (string?)application.Title })
                    : some.Select(application => new { application.Number, Name = application.Organisation });
            foreach (var one in await found.ToListAsync(cancellation))
            {
                names[one.Number] = one.Name ?? "";
            }
        }

        return names;
    }
}
