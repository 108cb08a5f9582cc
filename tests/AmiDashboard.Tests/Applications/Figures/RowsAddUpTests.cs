using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using CsCheck;

namespace AmiDashboard.Applications.Figures;

/// <summary>« Voir les lignes » lists as many applications as the mark says: for every mark, filter and day.</summary>
public sealed class RowsAddUpTests
{
    private static readonly string?[] Ministries = [null, "", "Justice", "Travail", "justice"];
    private static readonly string[] Techniques = ["Vision", "Langage", "Voix"];

    private static readonly Gen<DateTime> Instants =
        from hour in Gen.Int[0, 24 * 400]
        select SomeFacts.First.OpensAt.AddHours(hour - 48);

    private static readonly Gen<ImmutableArray<DatedStage>> Journeys =
        from start in Instants
        from steps in Gen.Select(Gen.Enum<Stage>(), Gen.Int[0, 900]).Array[0, 5]
        select steps
            .OrderBy(step => step.Item2)
            .Select(step => new DatedStage(step.Item1, start.AddHours(step.Item2)))
            .ToImmutableArray();

    private static readonly Gen<ApplicationFact> Facts =
        from deposited in Instants
        from journey in Journeys
        from edition in Gen.Int[1, 2]
        from ministry in OneOf(Ministries)
        from techniques in OneOf(Techniques).Array[0, 3]
        from search in OneOf("alpha", "beta", "alpha beta")
        select SomeFacts.One(
            deposited,
            edition,
            ministry,
            [.. techniques.Distinct()],
            [.. journey.Where(dated => dated.ValidFrom >= deposited)]
        ) with
        {
            SearchText = search,
        };

    private static readonly Gen<ApplicationFilter> Filters =
        from edition in OneOf<int?>(null, null, 1, 2, 3)
        from stage in Gen.OneOf(Gen.Const((Stage?)null), Gen.Enum<Stage>().Select(stage => (Stage?)stage))
        from ministry in OneOf<string?>(null, null, "", "Justice", "Absent")
        from technique in OneOf<string?>(null, null, "", "Vision", "Absente")
        from step in Gen.OneOf(Gen.Const((Step?)null), Gen.Enum<Step>().Select(step => (Step?)step))
        from dates in Gen.Select(Instants, Instants, Gen.Int[0, 3])
        from search in OneOf<string?>(null, null, "ALPHA", "bêta")
        select new ApplicationFilter
        {
            Edition = edition,
            Stage = stage,
            Ministry = ministry,
            Technique = technique,
            Step = step,
            DepositedFrom = (dates.Item3 & 1) == 0 ? null : DateOnly.FromDateTime(dates.Item1),
            DepositedTo = (dates.Item3 & 2) == 0 ? null : DateOnly.FromDateTime(dates.Item2),
            Search = SearchWords.Of(search),
        };

    [Fact]
    public void Every_count_of_every_figure_is_the_number_of_rows_its_filter_admits() =>
        Gen.Select(Facts.Array[0, 40], Filters, Instants)
            .Sample(
                (facts, filter, asOf) =>
                {
                    var scope = SomeFacts.Scope(filter, asOf);
                    ApplicationFact[] standing = [.. facts.Select(fact => fact.At(asOf)).OfType<ApplicationFact>()];
                    foreach (var count in CountsOf(facts, scope))
                    {
                        Assert.Equal(standing.Count(count.Rows.Admits), count.Applications);
                    }
                },
                iter: 3000
            );

    [Fact]
    public void Parts_add_up_to_the_whole_wherever_an_application_is_in_one_part_only() =>
        Gen.Select(Facts.Array[0, 40], Filters, Instants)
            .Sample(
                (facts, filter, asOf) =>
                {
                    var scope = SomeFacts.Scope(filter, asOf);
                    var whole = scope.Admitted(facts).Count();
                    var ministries = MinistryBreakdown.Of(facts, scope);
                    Assert.Equal(whole, ministries.Whole.Applications);
                    Assert.Equal(whole, ministries.Parts.Sum(part => part.Count.Applications));
                    Assert.Equal(whole, StageFunnel.Of(facts, scope).Total);
                    Assert.Equal(whole, DepositCurve.Of(facts, scope).Total);
                    Assert.True(
                        TechniqueBreakdown.Of(facts, scope).Parts.Sum(part => part.Count.Applications) >= whole
                    );
                },
                iter: 1000
            );

    private static Gen<T> OneOf<T>(params T[] some) => Gen.Int[0, some.Length - 1].Select(index => some[index]);

    private static IEnumerable<Count> CountsOf(ApplicationFact[] facts, FigureScope scope) =>
        [
            .. DepositCurve
                .Of(facts, scope)
                .Editions.SelectMany(edition => edition.Days.Select(day => day.SoFar).Append(edition.All)),
            .. StageFunnel.Of(facts, scope).Stages.Select(stage => stage.Count),
            .. MinistryBreakdown.Of(facts, scope).Parts.Select(part => part.Count),
            MinistryBreakdown.Of(facts, scope).Whole,
            .. TechniqueBreakdown.Of(facts, scope).Parts.Select(part => part.Count),
            TechniqueBreakdown.Of(facts, scope).Whole,
            .. StepDelays.Of(facts, scope).Steps.Select(step => step.Count),
        ];
}
