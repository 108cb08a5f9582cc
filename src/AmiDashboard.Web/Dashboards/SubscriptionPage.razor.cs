using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.Editions;
using AmiDashboard.Exchange.Mail;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Dashboards;

/// <summary>Where a person chooses what they are told by mail, sees it, has a copy sent at once, and puts an end to it.</summary>
public sealed partial class SubscriptionPage
{
    private KnownSubscription? known;
    private IReadOnlyList<Edition> editions = [];
    private DigestFrequency frequency;
    private string? dashboard;
    private int? edition;
    private bool isInEnglish;
    private Digest? preview;
    private Said? said;

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required OwnSubscription Own { get; set; }

    [Inject]
    public required Subscribe Subscribing { get; set; }

    [Inject]
    public required EditionList Editions { get; set; }

    [Inject]
    public required DigestComposer Composer { get; set; }

    [Inject]
    public required SendSample Sample { get; set; }

    [Inject]
    public required ProgramSettings Settings { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private ImmutableArray<Threshold> Thresholds => known?.Subscription?.Thresholds ?? [];

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private bool IsSubscribed =>
        known?.Subscription is { } kept && (kept.Frequency != DigestFrequency.None || !kept.Thresholds.IsEmpty);

    private string NextWords =>
        DigestRules.NextDueDay(known?.Subscription?.Frequency ?? DigestFrequency.None, Now) is { } day
            ? L["Next", day.WrittenWithWeekday(CultureInfo.CurrentCulture)]
        : Thresholds.IsEmpty ? L["Next_Nothing"]
        : L["Next_Alerts"];

    private string? LastWords =>
        known?.Subscription is { Delivery: not DigestDelivery.None, DeliveryAt: { } at } kept
            ? L[
                $"Last_{kept.Delivery}",
                ParisTime.FromUtc(at).ToString("g", CultureInfo.CurrentCulture),
                kept.NextTryAt is { } next ? ParisTime.FromUtc(next).ToString("g", CultureInfo.CurrentCulture) : "",
                kept.Failure ?? ""
            ].Value
            : null;

    private string AddressWords =>
        known?.Email is not { } email ? L["Address_None"]
        : Settings.Mail.Server is null ? L["Address_NoServer", email]
        : L["Address", email];

    protected override async Task OnInitializedAsync()
    {
        editions = await Editions.RunAsync(Current.Value, new());
        await LoadAsync();
        isInEnglish = known?.Subscription?.IsInEnglish ?? CultureInfo.CurrentUICulture.Name == Languages.English;
    }

    private async Task LoadAsync()
    {
        known = await Own.RunAsync(Current.Value, new());
        if (known.Subscription is { } kept)
        {
            (frequency, dashboard, edition, isInEnglish) = (
                kept.Frequency,
                kept.Dashboard,
                kept.Edition,
                kept.IsInEnglish
            );
        }
    }

    private Task<string?> SaveAsync() =>
        AskAsync(
            new(frequency, string.IsNullOrEmpty(dashboard) ? null : dashboard, edition, isInEnglish, Thresholds),
            L["Saved"]
        );

    /// <summary>Thresholds are kept one by one, beside what is saved of the rest.</summary>
    private Task<string?> KeepAsync(ImmutableArray<Threshold> thresholds, string words) =>
        AskAsync(Kept with { Thresholds = thresholds }, words, isUndoable: thresholds.Length < Thresholds.Length);

    private Task<string?> UnsubscribeAsync() =>
        AskAsync(Kept with { Frequency = DigestFrequency.None, Thresholds = [] }, L["Unsubscribed"], isUndoable: true);

    private Task<string?> UndoAsync(Subscribe.Request before) => AskAsync(before, L["Undone"]);

    /// <summary>As it is saved; what the form says where nothing is yet.</summary>
    private Subscribe.Request Kept =>
        known?.Subscription is { } kept
            ? new(kept.Frequency, kept.Dashboard, kept.Edition, kept.IsInEnglish, kept.Thresholds)
            : new(DigestFrequency.None, null, null, isInEnglish, []);

    private async Task<string?> AskAsync(Subscribe.Request request, string words, bool isUndoable = false)
    {
        var before = Kept;
        var outcome = await Subscribing.RunAsync(Current.Value, request);
        if (outcome.Refusal is { } refusal)
        {
            var why = RefusalText.Of(refusal, L);
            said = new(why, IsBad: true);
            StateHasChanged();
            return why;
        }

        said = new(words, Undo: isUndoable ? before : null);
        preview = null;
        await LoadAsync();
        StateHasChanged();
        return null;
    }

    private async Task PreviewAsync() => preview = await PreviewedAsync();

    private async Task SendAsync()
    {
        said = new(L["Sending"]);
        StateHasChanged();
        try
        {
            var sample = await Sample.RunAsync(Current.Value, Asked, known?.Email);
            said = new(WordsOf(sample), IsBad: sample.Result.Fate is not (MailFate.Sent or MailFate.Filed));
        }
        catch
        {
            said = null;
            throw;
        }
    }

    private string WordsOf(SentSample sample) =>
        sample is { IsAgain: true, Result.Fate: MailFate.Sent or MailFate.Filed }
            ? L[
                "Sample_Again",
                ParisTime.FromUtc(sample.At).ToString("t", CultureInfo.CurrentCulture),
                ParisTime.FromUtc(sample.At + SendSample.Again).ToString("t", CultureInfo.CurrentCulture)
            ]
            : L[
                $"Sample_{sample.Result.Fate}",
                sample.Result.Fate switch
                {
                    MailFate.Sent => known?.Email ?? "",
                    MailFate.Filed => Path.GetFileName(sample.Result.Answer) ?? "",
                    _ => sample.Result.Answer ?? "",
                }
            ];

    private Subscription Asked =>
        known?.Subscription
        ?? new Subscription
        {
            PersonId = Current.Value.PersonId,
            ChosenAt = Now,
            IsInEnglish = isInEnglish,
        };

    private Task<Digest> PreviewedAsync() =>
        Composer.ComposeAsync(Current.Value, Asked, DigestKind.Sample, Asked.LastSentFor, Now);

    /// <param name="Undo">What it was before, where that can be brought back.</param>
    private sealed record Said(string Words, bool IsBad = false, Subscribe.Request? Undo = null);
}
