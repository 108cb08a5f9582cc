using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using CsCheck;

namespace AmiDashboard.Applications;

/// <summary>« Voir les lignes »: every mark of every figure lists exactly as many rows as it says.</summary>
public sealed class ApplicationFilterTests
{
    private static readonly string[] Ministries = ["Agriculture", "Écologie", "Économie & Finances", ""];
    private static readonly string[] Techniques = ["Vision", "Traitement du langage", "100 % règles_métier"];

    private static readonly Gen<ApplicationFilter> Filters =
        from edition in Maybe(Gen.Int[1, 3])
        from stage in Maybe(Gen.Enum<Stage>())
        from ministry in MaybeText(Ministries)
        from technique in MaybeText([.. Techniques, ""])
        from search in MaybeText(["PROJET", "ecologie", "éclairée 10", "100 %", "_", "rien de tel", "\\"])
        from first in Maybe(Gen.Int[0, 95])
        from last in Maybe(Gen.Int[0, 95])
        from step in Maybe(Gen.Enum<Step>())
        from chosen in Gen.Int[1000, 1040].Array[0, 30]
        select new ApplicationFilter
        {
            Edition = edition,
            Stage = stage,
            Ministry = ministry,
            Technique = technique,
            Search = SearchWords.Of(search),
            DepositedFrom = first is { } earliest ? new DateOnly(2018, 6, 14).AddDays(earliest) : null,
            DepositedTo = last is { } latest ? new DateOnly(2018, 6, 14).AddDays(latest) : null,
            Step = step,
            Numbers = chosen.Length < 20 ? null : NumberSet.Of(chosen),
        };

    [Theory, OnBothEngines]
    public async Task Every_mark_of_every_figure_lists_the_rows_it_counts(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await FillAsync(store);
        var viewer = SampleDossiers.Person(Profile.Dinsic);

        await Filters.SampleAsync(
            async filter =>
            {
                var facts = await store.Get<ApplicationFigures>().RunAsync(viewer, new(filter));
                foreach (var count in Counts(facts.Facts, facts.Scope))
                {
                    var rows = await store.Get<ApplicationList>().RunAsync(viewer, new(count.Rows, Size: 1000));
                    Assert.Equal(count.Applications, rows.Total);
                    Assert.Equal(
                        facts.Facts.Where(count.Rows.Admits).Select(fact => fact.Number).Order(),
                        rows.Rows.Select(row => row.Number).Order()
                    );
                }
            },
            iter: 20,
            threads: 1
        );
    }

    [Theory, OnBothEngines]
    public async Task Search_ignores_case_accents_and_the_order_of_words(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));

        foreach (var search in new[] { "ECLAIREE detection 1001", "projet-1001", "Résumé‑1001", "1001" })
        {
            var page = await store
                .Get<ApplicationList>()
                .RunAsync(Viewer.Product, new(new ApplicationFilter { Search = SearchWords.Of(search) }));
            Assert.Equal([1001], page.Rows.Select(row => row.Number));
        }
    }

    [Theory, OnBothEngines]
    public async Task Pages_follow_each_other_in_every_order_without_loss_or_repeat(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await FillAsync(store);
        foreach (var order in Enum.GetValues<ApplicationOrder>())
        {
            List<int> seen = [];
            for (var page = 0; page < 4; page++)
            {
                var rows = await store
                    .Get<ApplicationList>()
                    .RunAsync(
                        Viewer.Product,
                        new(ApplicationFilter.All, order, page % 2 == 1 && order == ApplicationOrder.Number, page, 20)
                    );
                seen.AddRange(rows.Rows.Select(row => row.Number));
                Assert.Equal(60, rows.Total);
            }

            if (order != ApplicationOrder.Number)
            {
                Assert.Equal(60, seen.Distinct().Count());
            }
        }
    }

    private static IEnumerable<Count> Counts(IEnumerable<ApplicationFact> facts, FigureScope scope) =>
        [
            .. DepositCurve
                .Of(facts, scope)
                .Editions.SelectMany(edition => edition.Days.Select(day => day.SoFar).Append(edition.All)),
            .. StageFunnel.Of(facts, scope).Stages.Select(stage => stage.Count),
            .. MinistryBreakdown.Of(facts, scope).Parts.Select(part => part.Count),
            MinistryBreakdown.Of(facts, scope).Whole,
            .. TechniqueBreakdown.Of(facts, scope).Parts.Select(part => part.Count),
            .. StepDelays.Of(facts, scope).Steps.Select(step => step.Count),
        ];

    private static async Task FillAsync(TestStore store)
    {
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        var random = new Random(7);
        for (var edition = 1; edition <= 2; edition++)
        {
            await store.RecordAsync(
                edition,
                [
                    .. Enumerable
                        .Range(edition * 1000, 30)
                        .Select(number => Varied(SampleDossiers.Dossier(number), random)),
                ]
            );
        }

        foreach (var number in Enumerable.Range(1000, 30).Concat(Enumerable.Range(2000, 30)))
        {
            var at = SampleDossiers.Opening.AddDays(95);
            for (var stage = Stage.Received; random.Next(4) > 0; )
            {
                var next = StageRules.After(stage)[random.Next(StageRules.After(stage).Count)];
                at = at.AddDays(random.Next(20)).AddHours(random.Next(24));
                if (at > store.Now)
                {
                    break;
                }

                await store.MoveAsync(number, next, at);
                stage = next;
            }
        }
    }

    private static Dossier Varied(Dossier dossier, Random random)
    {
        var techniques = Techniques.Where(_ => random.Next(2) == 0).ToArray();
        return dossier.With("Ministère ou opérateur porteur", Ministries[random.Next(Ministries.Length)]) with
        {
            Fields =
            [
                .. dossier
                    .With("Ministère ou opérateur porteur", Ministries[random.Next(Ministries.Length)])
                    .Fields.Select(field =>
                        field.Kind == FieldKind.Choices ? field with { Choices = [.. techniques], Text = null } : field
                    ),
            ],
        };
    }

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : struct => Gen.Frequency((3, Gen.Const((T?)null)), (1, some.Select(value => (T?)value)));

    private static Gen<string?> MaybeText(string[] some) =>
        Gen.Frequency(
            (3, Gen.Const((string?)null)),
            (1, Gen.Int[0, some.Length - 1].Select(index => (string?)some[index]))
        );
}
