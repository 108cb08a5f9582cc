using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Demonstration;

/// <summary>All that the demonstration says of prototypes at an instant, each word with the instant it was said at.</summary>
internal static class ToldSupport
{
    internal sealed record Said(DateTime At, string What);

    /// <summary>Everything that was recorded, oldest first, each with its instant and its text.</summary>
    public static List<Said> At(DateTime now, DateOnly midway)
    {
        var said = new List<Said>();
        foreach (var one in DemonstrationPrototypes.KnownAt(now, midway))
        {
            var number = one.Plan.Number;
            said.Add(new(one.Plan.StartedAt, $"{number} {one.Plan.StartsOn} {one.Plan.Title}"));
            foreach (var milestone in one.Plan.Milestones)
            {
                said.AddRange(
                    milestone.Revisions.Select(revision => new Said(
                        revision.RecordedAt,
                        $"{number} {milestone.Position} {revision.Kind} {revision.On} {revision.Reason}"
                    ))
                );
            }

            foreach (var session in one.Sessions)
            {
                said.AddRange(
                    session.Steps.Select(step => new Said(
                        step.RecordedAt,
                        $"{number} {session.Track} {step.Step} {step.StartsAt:u} {step.Minutes} {step.Topic} {step.Conclusions}"
                    ))
                );
                said.AddRange(
                    session.Actions.Select(action => new Said(
                        action.RecordedAt,
                        $"{number} {action.Text} {action.DueOn}"
                    ))
                );
                said.AddRange(
                    session
                        .Actions.Where(action => action.DoneAt is not null)
                        .Select(action => new Said(action.DoneAt!.Value, $"{number} {action.Text} {action.DoneBy}"))
                );
            }

            said.AddRange(
                one.Reports.Select(report => new Said(
                    report.PublishedAt!.Value,
                    $"{number} {report.Month} {report.Text.Weather} {string.Join(';', report.Text.Risks)}"
                ))
            );
            said.AddRange(
                one.Trials.SelectMany(trial =>
                    trial.Steps.Select(step => new Said(
                        step.RecordedAt,
                        $"{number} {trial.Audience} {step.Step} {step.On} {step.People} {step.Result?.TasksSucceeded} {step.Result?.UsabilityScore}"
                    ))
                )
            );
            said.AddRange(one.Proofs.Select(proof => new Said(proof.RecordedAt, $"{number} {proof.Level} {proof.On}")));
            said.AddRange(
                one.Verdicts.Select(verdict => new Said(
                    verdict.RecordedAt,
                    $"{number} {verdict.Body} {verdict.Advice}"
                ))
            );
            said.AddRange(
                one.Evaluation is { } evaluation ? [new Said(evaluation.RecordedAt, $"{number} evaluated")] : []
            );
            said.AddRange(one.Sheet is { } sheet ? [new Said(sheet.SavedAt, $"{number} sheet")] : []);
        }

        return [.. said.OrderBy(one => one.At).ThenBy(one => one.What, StringComparer.Ordinal)];
    }
}
