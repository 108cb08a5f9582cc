using System.Data.Common;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Dashboards;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Changes;

/// <summary>A node whose connections break at random while another one writes: an hour's trouble in some seconds.</summary>
public sealed class CutConnectionsTests(ITestOutputHelper output)
{
    private const int Acts = 200;

    /// <summary>How the cuts fall is chance: what is tried goes on until enough of them met something.</summary>
    private const int MostActs = 2_000;

    [Fact]
    public async Task Every_board_equals_a_fresh_load_once_the_line_holds_again()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var writer = await TestEngine.PostgreSql.CreateStoreAsync();
        var programme = await RandomProgramme.BeginAsync(writer, seed);
        await using var line = new CuttingProxy(writer.Settings);
        await using var node = writer.OpenNode(line.Settings);
        await AskAsync(node);
        using var meter = new NodeMeter(node.Get<ChangeFeed>());
        await node.StartAsync();
        var pinned = new DateOnly(2018, 9, 3);
        for (var act = 0; act < Acts || (act < MostActs && !IsTried()); act++)
        {
            switch (random.Next(6))
            {
                case 0:
                    line.CutAfter(random.Next(20_000));
                    break;
                case 1 or 2:
                    line.Mend();
                    break;
                default:
                    break;
            }

            await programme.ActAsync();
            if (act % 20 == 0)
            {
                await writer
                    .Get<PinNote>()
                    .RunAsync(Viewer.Product, new("deposits", pinned.AddDays(act), 1, "Relance"));
            }

            if (random.Next(4) == 0)
            {
                await AskInVainAsync(node);
            }
        }

        line.Mend();
        await CaughtUpAsync(node, await writer.Get<ChangeFeed>().LastIdAsync(CancellationToken.None));

        var compared = (await node.Get<BoardProof>().RunAsync())!;
        Assert.Equal(Enum.GetValues<BoardName>(), compared.Boards.Select(board => board.Name));
        Assert.All(compared.Boards, board => Assert.True(board.Facts > 0, $"{board.Name} has nothing."));
        Assert.Empty(compared.Boards.SelectMany(board => board.Differing.Select(fact => $"{board.Name}: {fact}")));
        output.WriteLine(
            $"{line.Cuts} cuts, {meter["board.failures"]} failures of boards, {meter["feed.failures"]} of the feed"
        );
        Assert.True(IsTried(), "Nothing was tried.");

        bool IsTried() => line.Cuts >= 24 && meter["board.failures"] >= 3;
    }

    /// <summary>The same acts with a line that holds: what a board makes of a change is what a fresh load makes of it.</summary>
    [Theory, OnBothEngines]
    public async Task A_board_that_follows_change_by_change_equals_a_fresh_load(TestEngine engine)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var writer = await engine.CreateStoreAsync();
        var programme = await RandomProgramme.BeginAsync(writer, seed);
        await using var node = writer.OpenNode();
        await AskAsync(node);
        for (var act = 1; act <= 60; act++)
        {
            await programme.ActAsync();
            await node.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            if (act % 10 == 0)
            {
                await AskAsync(node);
            }
        }

        var compared = (await node.Get<BoardProof>().RunAsync())!;
        Assert.Equal(Enum.GetValues<BoardName>(), compared.Boards.Select(board => board.Name));
        Assert.Empty(compared.Boards.SelectMany(board => board.Differing.Select(fact => $"{board.Name}: {fact}")));
    }

    /// <summary>What the pages ask: each board is loaded where it was not.</summary>
    private static async Task AskAsync(TestStore node)
    {
        await node.Get<ApplicationBoard>().StateAsync(CancellationToken.None);
        await node.Get<ScoreBoard>().ScoresAsync(1, CancellationToken.None);
        await node.Get<BudgetBoard>().StateAsync(CancellationToken.None);
        await node.Get<PrototypeBoard>().StateAsync(CancellationToken.None);
        await node.Get<NoteBoard>().NotesAsync(CancellationToken.None);
    }

    private static async Task AskInVainAsync(TestStore node)
    {
        try
        {
            await AskAsync(node);
        }
        catch (Exception failure) when (IsOfTheLine(failure))
        {
            // The page says that it could not.
        }
    }

    /// <summary>By the feed's own position; a pooled connection that was cut fails once more each.</summary>
    private static async Task CaughtUpAsync(TestStore node, long last)
    {
        var feed = node.Get<ChangeFeed>();
        for (var tries = 0; tries < 500; tries++)
        {
            try
            {
                node.Time.Advance(TimeSpan.FromSeconds(11));
                await feed.CatchUpAsync(CancellationToken.None);
                await AskAsync(node);
                if (feed.Position >= last && feed.Boards.All(board => board.Behind is null))
                {
                    return;
                }
            }
            catch (Exception failure) when (IsOfTheLine(failure))
            {
                // One connection less that was cut.
            }
        }

        Assert.Fail($"Still at {feed.Position} of {last}, behind: {string.Join(", ", feed.Staleness?.Boards ?? [])}.");
    }

    private static bool IsOfTheLine(Exception failure) =>
        failure
            is DbException
                or TimeoutException
                or IOException
                or InvalidOperationException { InnerException: DbException };
}
