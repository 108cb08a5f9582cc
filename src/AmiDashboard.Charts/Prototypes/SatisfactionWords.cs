using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>What those who tried said, in a sentence, for a mark and in a table.</summary>
internal static class SatisfactionWords
{
    /// <summary>« 72,5 »: one decimal, as the scale goes by 2.5.</summary>
    public static string Tenths(this ChartText text, double score) => text.ShortPoints(score);

    public static string Takeaway(TrialSatisfaction figure, ChartText text)
    {
        if (figure.Trials.IsEmpty)
        {
            return text["Satisfaction_None"];
        }

        TrialFindings[] scored = [.. figure.Trials.Where(one => one.Findings.Usability is not null)];
        if (scored.Length == 0)
        {
            return text.Counted("Satisfaction_Unscored", figure.Trials.Length);
        }

        var lowest = scored.MinBy(one => one.Findings.Usability!.Mean)!;
        var usual = scored.Count(one => one.Findings.Usability!.Mean >= UsabilityMean.UsualMean);
        return text.Of(
            scored.Length == 1 ? "Satisfaction_One" : "Satisfaction_Takeaway",
            text.Counted("Satisfaction_Usual", usual, text.Number(scored.Length)),
            ChartText.Cut(text.Application(lowest.Trial.Fact.Title, lowest.Trial.Number)),
            text.Tenths(lowest.Findings.Usability!.Mean),
            text[$"Usability_{lowest.Findings.Usability.Adjective}"]
        );
    }

    public static string Told(TrialFindings one, ChartText text)
    {
        var mean = one.Findings.Usability!;
        return text.Of(
            mean.Interval is null ? "Satisfaction_Mark" : "Satisfaction_MarkInterval",
            text.Application(one.Trial.Fact.Title, one.Trial.Number),
            text.Day(one.Trial.On),
            text[$"Audience_{one.Trial.Audience}"],
            text.Tenths(mean.Mean),
            text[$"Usability_{mean.Adjective}"],
            text.Counted("Answers", mean.Answers),
            text.Tenths(mean.Interval?.Low ?? 0),
            text.Tenths(mean.Interval?.High ?? 0)
        );
    }

    /// <summary>Trial by trial; under them the prototypes that were tried more than once, all their answers together.</summary>
    public static ChartTable Table(TrialSatisfaction figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Date, text["Column_HeldOn"]),
                new(ChartCellKind.Text, text["Column_Audience"]),
                new(ChartCellKind.Count, text["Column_People"]),
                new(ChartCellKind.Points, text["Column_Usability"]),
                new(ChartCellKind.Points, text["Column_UsabilityLow"]),
                new(ChartCellKind.Points, text["Column_UsabilityHigh"]),
                new(ChartCellKind.Count, text["Column_UsabilityAnswers"]),
                new(ChartCellKind.Text, text["Column_Reading"]),
                new(ChartCellKind.Points, text["Column_SuccessRate"]),
                new(ChartCellKind.Points, text["Column_Satisfaction"]),
                new(ChartCellKind.Count, text["Column_SatisfactionAnswers"]),
            ],
            [
                .. figure.Trials.Select(one =>
                    Row(
                        one.Trial.Number,
                        one.Trial.Fact.Title,
                        one.Trial.On,
                        text[$"Audience_{one.Trial.Audience}"],
                        one.Trial.People,
                        one.Findings
                    )
                ),
                .. figure
                    .Prototypes.Where(one => one.Trials > 1)
                    .Select(one =>
                        Row(
                            one.Number,
                            one.Title,
                            null,
                            text.Counted("Satisfaction_Pooled", one.Trials),
                            figure
                                .Trials.Where(trial => trial.Trial.Number == one.Number)
                                .Sum(trial => trial.Trial.People),
                            one.Findings
                        )
                    ),
            ]
        );

        ChartRow Row(int number, string title, DateOnly? on, string audience, int people, Findings findings) =>
            new(
                [
                    text.Application(title, number),
                    on,
                    audience,
                    people,
                    ScoreWords.Cell(findings.Usability?.Mean),
                    ScoreWords.Cell(findings.Usability?.Interval?.Low),
                    ScoreWords.Cell(findings.Usability?.Interval?.High),
                    findings.Usability?.Answers ?? 0,
                    findings.Usability is { } mean ? text[$"Usability_{mean.Adjective}"] : text["Missing"],
                    ScoreWords.Cell(findings.SuccessRate),
                    ScoreWords.Cell(findings.Satisfaction),
                    findings.SatisfactionAnswers,
                ],
                ProjectSet.Of(figure.Scope, number).Rows
            );
    }
}
