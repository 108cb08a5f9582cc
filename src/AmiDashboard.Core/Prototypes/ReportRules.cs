namespace AmiDashboard.Core.Prototypes;

/// <summary>What a monthly report must be.</summary>
public static class ReportRules
{
    /// <summary>Days after its publication when a weather is stale.</summary>
    public const int FreshDays = 35;

    public const int MostRisks = 30;

    /// <summary>Null where a draft may be kept: whatever is missing, nothing is too long or out of its range.</summary>
    public static Refusal? CheckDraft(ReportText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PlanText.CheckLength(text.Synthesis, text.Done, text.Next, text.Help)
            ?? (
                text.Risks.Length > MostRisks ? new Refusal("Refusal_TooManyRisks", MostRisks)
                : text.Risks.Any(risk =>
                    risk.Probability is < 1 or > Risk.Highest || risk.Impact is < 1 or > Risk.Highest
                )
                    ? new Refusal("Refusal_RiskRange", Risk.Highest)
                : text
                    .Risks.Select(risk => PlanText.CheckLength(risk.Text, risk.Mitigation))
                    .FirstOrDefault(refusal => refusal is not null)
            );
    }

    /// <summary>
    /// Null where it may be published: it says the weather and the synthesis, below overcast also what help is wanted, and
    /// each risk is named.
    /// </summary>
    public static Refusal? CheckPublication(ReportText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CheckDraft(text)
            ?? (
                text.Weather is not { } weather ? new Refusal("Refusal_NoWeather")
                : PlanText.IsEmpty(text.Synthesis) ? new Refusal("Refusal_NoSynthesis")
                : weather < Weather.Overcast && PlanText.IsEmpty(text.Help) ? new Refusal("Refusal_NoHelp")
                : text.Risks.Any(risk => PlanText.IsEmpty(risk.Text)) ? new Refusal("Refusal_RiskUnnamed")
                : null
            );
    }

    /// <summary>
    /// Null where a project may report on a month: from that in which support begins to that of today, and none before one
    /// that is published.
    /// </summary>
    /// <param name="last">The month of the last published report.</param>
    /// <param name="today">The Paris day.</param>
    public static Refusal? CheckMonth(Prototype prototype, DateOnly month, DateOnly? last, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(prototype);
        return month.Day != 1 || month < MonthOf(prototype.StartsOn) || month > MonthOf(today)
                ? new Refusal("Refusal_ReportMonth")
            : month <= last ? new Refusal("Refusal_MonthPublished")
            : null;
    }

    /// <summary>Since when (Paris day) a weather published at an instant (UTC) is stale.</summary>
    public static DateOnly StaleOn(DateTime publishedAt) => ParisTime.DayOf(publishedAt).AddDays(FreshDays + 1);

    /// <summary>The first day of a day's month.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
