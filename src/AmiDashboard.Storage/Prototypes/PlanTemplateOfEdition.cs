using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>What the plans of an edition are drawn from; null for an edition out of reach.</summary>
public sealed class PlanTemplateOfEdition(Store store) : IRead<PlanTemplateOfEdition.Query, KnownTemplate?>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.LeadSupport;

    public async Task<KnownTemplate?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var edition = await context.Editions.SingleOrDefaultAsync(
            edition => edition.Number == query.Edition,
            cancellation
        );
        if (edition is null || !viewer.PerimeterOf(Right).Covers(query.Edition))
        {
            return null;
        }

        var template = await context.PlanTemplates.SingleOrDefaultAsync(
            template => template.Edition == query.Edition,
            cancellation
        );
        return new KnownTemplate(
            edition.Number,
            edition.Name,
            edition.SupportMonths,
            template?.Milestones ?? PlanTemplate.Usual,
            template?.Version
        );
    }
}

/// <param name="SupportMonths">Of the edition.</param>
/// <param name="Version">Null while the edition has none of its own, and the usual one holds.</param>
public sealed record KnownTemplate(
    int Edition,
    string Name,
    int SupportMonths,
    System.Collections.Immutable.ImmutableArray<TemplateMilestone> Milestones,
    int? Version
);
