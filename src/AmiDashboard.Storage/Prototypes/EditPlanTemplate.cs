using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says from what the plans of an edition are drawn from now on; those drawn already stay as they are. The result is the
/// template's new version.
/// </summary>
public sealed class EditPlanTemplate(Store store) : IOperation<EditPlanTemplate.Request, int>
{
    /// <param name="Version">The one that the person saw; null where the edition had none of its own.</param>
    public sealed record Request(int Edition, ImmutableArray<TemplateMilestone> Milestones, int? Version);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(EditPlanTemplate),
            async writing =>
            {
                if (!viewer.PerimeterOf(Right).Covers(request.Edition))
                {
                    return Refusal.NotFound;
                }

                var edition = await writing.Context.Editions.SingleOrDefaultAsync(
                    edition => edition.Number == request.Edition,
                    cancellation
                );
                if (edition is null)
                {
                    return Refusal.NotFound;
                }

                if (PlanRules.CheckTemplate(request.Milestones, edition.SupportMonths) is { } refusal)
                {
                    return refusal;
                }

                var template = await writing.Context.PlanTemplates.SingleOrDefaultAsync(
                    template => template.Edition == request.Edition,
                    cancellation
                );
                if (template?.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                if (template is null)
                {
                    template = new PlanTemplate { Edition = request.Edition, Milestones = request.Milestones };
                    writing.Context.PlanTemplates.Add(template);
                }
                else
                {
                    template.Milestones = request.Milestones;
                }

                writing.Touch(Subject.Edition, edition.Id);
                await writing.Context.SaveChangesAsync(cancellation);
                return template.Version;
            },
            cancellation
        );
}
