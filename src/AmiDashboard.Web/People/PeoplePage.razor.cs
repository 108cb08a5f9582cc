using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.People;

/// <summary>
/// Those whom one manages, what they may, and the way to change it; before them, what every administrator is told.
/// </summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<Person> people = [];
    private IReadOnlyList<Edition> editions = [];
    private IReadOnlyList<GuardedGrant> guarded = [];
    private IReadOnlyList<Invitation> invitations = [];
    private string search = "";
    private bool onlyWithout;
    private string? done;

    [Inject]
    private PersonList People { get; set; } = default!;

    [Inject]
    private GuardedGrants Guarded { get; set; } = default!;

    [Inject]
    private InvitationList Invited { get; set; } = default!;

    [Inject]
    private EditionList Editions { get; set; } = default!;

    [Inject]
    private CurrentViewer Viewer { get; set; } = default!;

    private List<Person> Shown =>
        [
            .. people.Where(person =>
                (!onlyWithout || !Held(person).Any())
                && (
                    search.Length == 0
                    || FoldedText
                        .Fold($"{person.Name} {person.Email}")
                        .Contains(FoldedText.Fold(search), StringComparison.Ordinal)
                )
            ),
        ];

    /// <summary>What was withdrawn, the last first.</summary>
    internal static IEnumerable<Entitlement> Ended(Person person) =>
        person
            .Entitlements.Where(entitlement => entitlement.WithdrawnAt is not null)
            .OrderByDescending(entitlement => entitlement.WithdrawnAt);

    internal static IEnumerable<Entitlement> Held(Person person) =>
        person.Entitlements.Where(entitlement => entitlement.WithdrawnAt is null);

    protected override async Task OnInitializedAsync()
    {
        var managed = Viewer.Value.PerimeterOf(Right.ManagePeople);
        editions =
        [
            .. (await Editions.RunAsync(Viewer.Value, new EditionList.Query())).Where(edition =>
                managed.Covers(edition.Number)
            ),
        ];
        await ReadAsync();
    }

    private async Task ChangedAsync(string sentence)
    {
        done = sentence;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        people = await People.RunAsync(Viewer.Value, new PersonList.Query());
        guarded = await Guarded.RunAsync(Viewer.Value, new GuardedGrants.Query());
        invitations = await Invited.RunAsync(Viewer.Value, new InvitationList.Query());
    }
}
