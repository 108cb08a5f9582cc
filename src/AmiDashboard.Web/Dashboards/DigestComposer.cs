using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Preferences;
using AmiDashboard.Web.Settings;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Writes a digest or an alert from what the person's dashboard shows them at that moment, in the language that they chose:
/// the same readings, so the same figures, and nothing that their rights do not show.
/// </summary>
public sealed class DigestComposer(
    DashboardReadings readings,
    AwaitingWork work,
    AlertProjects projects,
    ProgramSettings settings,
    IStringLocalizer<DigestTexts> texts,
    IStringLocalizer<DashboardTexts> dashboards,
    IStringLocalizer<FigureTexts> figures,
    IStringLocalizer<ApplicationTexts> words
)
{
    /// <summary>In its address.</summary>
    public const string PagePath = "/compte/abonnement";

    private const int MostProjects = 10;

    /// <param name="before">Paris day that the digest before was due on; null for none.</param>
    /// <param name="now">UTC.</param>
    public async Task<Digest> ComposeAsync(
        Viewer viewer,
        Subscription subscription,
        DigestKind kind,
        DateOnly? before,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(subscription);
        // Ends with this method: whoever asks goes on in their own language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            subscription.IsInEnglish ? Languages.English : Languages.French
        );
        var filter = ApplicationFilter.All with { Edition = subscription.Edition };
        var reading = await readings.ReadAsync(viewer, filter, cancellation);
        var since = DigestRules.Since(subscription.Frequency, reading.Day, before);
        var then = readings.Of(reading.Known, filter with { AsOf = since });
        var plan = PlanOf(viewer, subscription);
        var looked = DigestRules.Look(subscription.Thresholds, figure => reading.Now.Of(figure)?.Number);
        var isWhole = kind != DigestKind.Alert;
        return new Digest(
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Subject(kind, subscription.Frequency, looked, reading.Day),
            isWhole ? texts["Title"] : texts["Title_Alert"],
            Situation(plan, subscription.Edition, now),
            texts["Since", Long(since)],
            isWhole ? FiguresOf(plan, reading.Now, then) : [],
            [.. looked.Where(one => one.IsCrossed).OrderByDescending(one => one.IsNew).Select(ThresholdOf)],
            isWhole ? await AlertsAsync(viewer, plan, reading.Now, then, cancellation) : [],
            isWhole ? [.. (await work.OfAsync(viewer, cancellation)).Select(WorkOf)] : null,
            Link(plan is null ? "/" : FilterAddress.Of($"/tableaux/{plan.Name}", filter with { AsOf = reading.Day })),
            Link(PagePath),
            looked
        );
    }

    /// <summary>The dashboard that a digest is of; null for who has none, a team or a reviewer.</summary>
    internal static DashboardPlan? PlanOf(Viewer viewer, Subscription? subscription)
    {
        var chosen = DashboardPlan.Find(subscription?.Dashboard);
        return chosen is not null && DashboardPlan.OpenTo(viewer).Contains(chosen)
            ? chosen
            : DashboardPlan.OwnOf(viewer);
    }

    private ImmutableArray<DigestFigure> FiguresOf(DashboardPlan? plan, FigureValues now, FigureValues then) =>
        [
            .. from figure in plan?.Figures ?? []
            let value = now.Of(figure)
            where value is not null
            select new DigestFigure(
                figure.Name,
                figures[$"Name_{figure.Name}"],
                FigureText.Of(value),
                ChangeOf(value, then.Of(figure))
            ),
        ];

    /// <summary>Of who has no dashboard, every alert of their own projects.</summary>
    private async Task<ImmutableArray<DigestAlert>> AlertsAsync(
        Viewer viewer,
        DashboardPlan? plan,
        FigureValues now,
        FigureValues then,
        CancellationToken cancellation
    )
    {
        var told = ImmutableArray.CreateBuilder<DigestAlert>();
        foreach (var alert in plan?.Alerts ?? [.. KeyFigures.All.Where(KeyFigures.IsAlert)])
        {
            if (now.Of(alert) is { Amount: > 0 } value)
            {
                var named = await projects.OfAsync(viewer, alert, now, MostProjects, cancellation);
                told.Add(
                    new(
                        alert.Name,
                        figures[$"Name_{alert.Name}"],
                        FigureText.Of(value),
                        ChangeOf(value, then.Of(alert)),
                        value.Amount > named.Count && named.Count > 0
                            ? [.. named, texts["More", value.Amount - named.Count]]
                            : [.. named]
                    )
                );
            }
        }

        return told.ToImmutable();
    }

    private string? ChangeOf(FigureValue? now, FigureValue? then) =>
        FigureText.Change(now, then) is not { } change ? null
        : change.Length == 0 ? texts["Unchanged"]
        : change;

    private DigestThreshold ThresholdOf(ThresholdReading reading) =>
        new(
            texts[
                $"Crossed_{reading.Threshold.Direction}",
                figures[$"Name_{reading.Figure.Name}"],
                FigureText.Value(reading.Figure, reading.Threshold.Value),
                FigureText.Value(reading.Figure, reading.Number)
            ],
            reading.IsNew
        );

    private DigestWork WorkOf(AwaitingItem item) =>
        new(
            dashboards[$"Awaiting_{item.Key}{(item.Count == 1 ? "_1" : "_n")}", item.Count],
            item.Of,
            item.Since is { } since
                ? dashboards[item.IsLate ? "Awaiting_Since" : "Awaiting_By", Long(since)].Value
                : null,
            Link(item.Address)
        );

    private string Subject(
        DigestKind kind,
        DigestFrequency frequency,
        ImmutableArray<ThresholdReading> looked,
        DateOnly day
    )
    {
        var fresh = looked.Where(one => one.IsNew).ToList();
        return kind switch
        {
            DigestKind.Sample => texts["Subject_Sample", Long(day)],
            DigestKind.Alert when fresh is [var one] => texts["Subject_Alert_1", figures[$"Name_{one.Figure.Name}"]],
            DigestKind.Alert => texts["Subject_Alert_n", fresh.Count],
            _ when frequency == DigestFrequency.Monthly => texts["Subject_Monthly", Long(day)],
            _ => texts["Subject_Weekly", Long(day)],
        };
    }

    private string Situation(DashboardPlan? plan, int? edition, DateTime now)
    {
        var moment = ParisTime.FromUtc(now);
        return string.Join(
            ", ",
            (
                (string?[])
                    [
                        plan is null ? null : dashboards[$"Title_{plan.Name}"].Value,
                        edition is { } number ? words["Edition", number].Value
                        : plan is null ? null
                        : texts["AllEditions"].Value,
                        texts[
                            "At",
                            DateOnly.FromDateTime(moment).WrittenWithWeekday(CultureInfo.CurrentCulture),
                            moment.ToString("t", CultureInfo.CurrentCulture)
                        ].Value,
                    ]
            ).OfType<string>()
        );
    }

    private static string Long(DateOnly day) => day.Written(CultureInfo.CurrentCulture);

    private Uri Link(string path) => new(settings.Mail.Site, path.TrimStart('/'));
}

/// <summary>Why a message is written.</summary>
public enum DigestKind
{
    /// <summary>Its day has come.</summary>
    Digest,

    /// <summary>A threshold is newly crossed.</summary>
    Alert,

    /// <summary>The person wants to see one.</summary>
    Sample,
}
