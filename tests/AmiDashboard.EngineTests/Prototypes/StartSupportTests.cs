using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Portability;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class StartSupportTests
{
    [Theory, OnBothEngines]
    public async Task A_laureate_begins_once_with_the_plan_of_its_edition(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        Assert.Equal(
            [Number, Awaiting],
            (await store.Get<AwaitingSupport>().RunAsync(Dinsic, new())).Select(one => one.Number)
        );

        Assert.Equal(Number, await store.StartAsync(Number));

        var plan = await store.PlanAsync();
        Assert.Equal((Start, 10, new DateOnly(2019, 10, 3)), (plan.StartsOn, plan.Months, plan.EndsOn));
        Assert.Equal((store.Now, Dinsic.Name), (plan.StartedAt, plan.StartedBy));
        Assert.Equal(
            PlanTemplate.Usual.Select(one => (one.Name, one.Weight, one.On(Start), string.Join(',', one.After))),
            plan.Milestones.Select(one => (one.Name, one.Weight, one.BaselineOn, string.Join(',', one.After)))
        );
        Assert.Equal(
            [Awaiting],
            (await store.Get<AwaitingSupport>().RunAsync(Dinsic, new())).Select(one => one.Number)
        );
        Assert.Equal("Refusal_SupportBegun", (await AskAsync(store, Number, Start)).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task Only_a_laureate_that_is_shown_begins_and_at_most_a_year_away(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        Assert.Equal("Refusal_NotLaureate", (await AskAsync(store, NoLaureate, Start)).Refusal?.Key);
        Assert.Equal(Refusal.NotFound, (await AskAsync(store, 9999, Start)).Refusal);
        foreach (var days in new[] { -367, 367 })
        {
            var on = ParisTime.DayOf(store.Now).AddDays(days);
            Assert.Equal("Refusal_SupportStart", (await AskAsync(store, Number, on)).Refusal?.Key);
        }

        await store.SpoilAsync(context =>
            context
                .Applications.Where(one => one.Number == Awaiting)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Presence, Presence.PendingDeletion))
        );
        Assert.Equal(Refusal.NotFound, (await AskAsync(store, Awaiting, Start)).Refusal);
        Assert.Equal([Number], (await store.Get<AwaitingSupport>().RunAsync(Dinsic, new())).Select(one => one.Number));
    }

    [Theory, OnBothEngines]
    public async Task Of_two_who_begin_the_same_at_once_one_wins(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        var outcomes = await AtOnce.RunAsync(
            store,
            node => node.Get<StartSupport>().RunAsync(Dinsic, new(Number, Start)),
            node => node.Get<StartSupport>().RunAsync(Ditp, new(Number, Start.AddDays(1)))
        );

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Contains(
            outcomes.Single(outcome => !outcome.Done).Refusal!.Key,
            new[] { "Refusal_Conflict", "Refusal_SupportBegun" }
        );
        Assert.Single(await store.RowsAsync(context => context.Prototypes));
        Assert.Equal(
            PlanTemplate.Usual.Length,
            (await store.RowsAsync(context => context.Milestones.Where(one => one.Number == Number))).Count
        );
    }

    [Theory, OnBothEngines]
    public async Task A_template_is_edited_by_one_at_a_time_and_holds_for_plans_drawn_from_then_on(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var known = (await store.Get<PlanTemplateOfEdition>().RunAsync(Dinsic, new(1)))!;
        Assert.Null(known.Version);
        Assert.Equal(PlanTemplate.Usual, known.Milestones);
        TemplateMilestone[] own =
        [
            new(MilestonePhase.Framing, " Cadrage\0 ", 30, "Chef", 1, 0, []),
            new(MilestonePhase.Review, "Bilan", 70, "Chef", 9, 10, [1]),
        ];

        var version = await store.DoAsync<EditPlanTemplate, EditPlanTemplate.Request, int>(
            new(1, [.. own], null),
            Ditp
        );

        Assert.Equal(version, (await store.Get<PlanTemplateOfEdition>().RunAsync(Dinsic, new(1)))!.Version);
        foreach (var stale in new int?[] { null, version + 1 })
        {
            Assert.Equal(
                Refusal.Conflict,
                (await store.Get<EditPlanTemplate>().RunAsync(Dinsic, new(1, [.. own], stale))).Refusal
            );
        }

        Assert.Equal(version + 1, await EditAsync(store, [own[0]], version));
        Assert.Equal(version + 2, await EditAsync(store, own, version + 1));
        Assert.Equal(PlanTemplate.Usual.Length, (await store.PlanAsync()).Milestones.Count);
        await store.StartAsync(Awaiting);
        Assert.Equal(
            ["Cadrage", "Bilan"],
            (await store.PlanAsync(Awaiting)).Milestones.Select(milestone => milestone.Name)
        );
    }

    [Theory, OnBothEngines]
    public async Task Of_two_who_edit_a_template_at_once_one_is_told(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        foreach (var (version, length) in new (int?, int)[] { (null, 4), (0, 6) })
        {
            var outcomes = await AtOnce.RunAsync(
                store,
                node => node.Get<EditPlanTemplate>().RunAsync(Dinsic, new(1, PlanTemplate.Usual[..length], version)),
                node => node.Get<EditPlanTemplate>().RunAsync(Ditp, new(1, PlanTemplate.Usual[..(length + 1)], version))
            );
            Assert.Single(outcomes, outcome => outcome.Done);
            Assert.Equal(Refusal.Conflict, outcomes.Single(outcome => !outcome.Done).Refusal);
        }
    }

    [Theory, OnBothEngines]
    public async Task A_template_of_part_of_an_edition_is_nobodys(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        foreach (var perimeter in new[] { Perimeter.OfApplications(Number), Perimeter.OfEdition(2) })
        {
            var viewer = Person(70, Profile.Dinsic, perimeter);
            Assert.Null(await store.Get<PlanTemplateOfEdition>().RunAsync(viewer, new(1)));
            Assert.Equal(
                Refusal.NotFound,
                (await store.Get<EditPlanTemplate>().RunAsync(viewer, new(1, PlanTemplate.Usual, null))).Refusal
            );
        }

        Assert.Equal(
            "Refusal_TemplateLength",
            (await store.Get<EditPlanTemplate>().RunAsync(Dinsic, new(1, [], null))).Refusal?.Key
        );
    }

    private static Task<int> EditAsync(TestStore store, TemplateMilestone[] milestones, int version) =>
        store.DoAsync<EditPlanTemplate, EditPlanTemplate.Request, int>(new(1, [.. milestones], version), Dinsic);

    private static Task<Outcome<int>> AskAsync(TestStore store, int number, DateOnly on) =>
        store.Get<StartSupport>().RunAsync(Dinsic, new(number, on));
}
