using System.Globalization;
using AmiDashboard.Web.Live;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Scores;

/// <summary>What every page of scores shares: it follows changes of scores, and is about one edition of the address.</summary>
public abstract class ScoreComponent : LiveComponent
{
    protected override IDisposable Follow(Func<Task> redraw) => Updates.FollowScores(Viewer, redraw);

    protected static string Points(double? points) => points?.ToString("0.00", CultureInfo.CurrentCulture) ?? "–";
}

/// <summary>A page of scores whose address says which edition, the latest where it does not.</summary>
public abstract class EditionPage : ScoreComponent
{
    [SupplyParameterFromQuery(Name = "edition")]
    public string? AskedEdition { get; set; }

    [Inject]
    public required Storage.Editions.EditionList EditionRead { get; set; }

    /// <summary>Those of which the viewer may see something.</summary>
    protected IReadOnlyList<Core.Editions.Edition> Editions { get; private set; } = [];

    /// <summary>The edition's number; 0 before any edition is known.</summary>
    protected int Edition { get; private set; }

    protected Core.Editions.Edition? ShownEdition => Editions.FirstOrDefault(edition => edition.Number == Edition);

    protected sealed override async Task LoadAsync()
    {
        Editions = await EditionRead.RunAsync(Viewer, new());
        Edition =
            AddressNumber.Read(AskedEdition) is { } asked && Editions.Any(edition => edition.Number == asked) ? asked
            : Editions.Count > 0 ? Editions[^1].Number
            : 0;
        await LoadEditionAsync();
    }

    /// <summary>Reads what is shown of <see cref="Edition"/>.</summary>
    protected abstract Task LoadEditionAsync();
}
