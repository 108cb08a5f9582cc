using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Dashboards;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.Dashboards;

/// <summary>What awaits somebody is what they may do themselves, and as much of it as the pages that it leads to show.</summary>
public sealed class AwaitingWorkTests(Applications.Demonstration demonstration)
{
    [Fact]
    public async Task Received_applications_await_who_may_change_their_stage()
    {
        var received = await Get<ApplicationList>()
            .RunAsync(Viewer.Product, new(new ApplicationFilter { Stage = Stage.Received }, Size: 1));
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var viewer = Person(profile);
            var item = (await OfAsync(viewer)).SingleOrDefault(one => one.Key == "Received");
            Assert.Equal(viewer.Can(Right.ChangeStage) ? received.Total : 0, item?.Count ?? 0);
        }
    }

    [Fact]
    public async Task A_payment_does_not_await_validation_by_who_prepared_it()
    {
        var open = await Get<PaymentList>().RunAsync(Viewer.Product, new());
        var prepared = open.Where(row => row.Payment.State == PaymentState.Prepared).ToList();
        Assert.NotEmpty(prepared);
        var preparer = prepared[0].Payment.PreparedById!.Value;

        Assert.Equal(prepared.Count, await ToValidateAsync(9999));
        Assert.Equal(prepared.Count(row => row.Payment.PreparedById != preparer), await ToValidateAsync(preparer));

        async Task<int> ToValidateAsync(int person) =>
            (await OfAsync(Person(Profile.Cdc, person))).SingleOrDefault(one => one.Key == "Payments_Validate")?.Count
            ?? 0;
    }

    [Fact]
    public async Task Nothing_awaits_who_only_looks() => Assert.Empty(await OfAsync(Person(Profile.Leadership)));

    [Fact]
    public async Task Nothing_awaits_outside_the_perimeter()
    {
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var viewer = new Viewer(9999, $"{profile}", [new HeldProfile(profile, Perimeter.OfApplications(1))]);
            Assert.Empty(await OfAsync(viewer));
        }
    }

    private Task<IReadOnlyList<AwaitingItem>> OfAsync(Viewer viewer) => Get<AwaitingWork>().OfAsync(viewer);

    private T Get<T>()
        where T : notnull => demonstration.Program.Services.GetRequiredService<T>();

    private static Viewer Person(Profile profile, int id = 9999) =>
        new(id, $"{profile}", [new HeldProfile(profile, Perimeter.Everything)]);
}
