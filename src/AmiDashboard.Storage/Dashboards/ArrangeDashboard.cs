using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Keeps how the viewer arranges a dashboard, or the filter they left it with. Theirs alone: nobody else's page changes,
/// and nobody is told.
/// </summary>
public sealed class ArrangeDashboard(Store store) : IOperation<ArrangeDashboard.Request, DashboardLayout>
{
    /// <param name="Cards">Null to keep those that are; empty for the page as it is made.</param>
    /// <param name="Filter">Null to keep the one that is.</param>
    public sealed record Request(string Dashboard, ImmutableArray<CardPlace>? Cards = null, string? Filter = null);

    public static Right Right => Right.SeeFigures;

    public Task<Outcome<DashboardLayout>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    ) =>
        store.WriteAsync<DashboardLayout>(
            viewer,
            Right,
            nameof(ArrangeDashboard),
            async writing =>
            {
                if (
                    request.Dashboard.Length is 0 or > DashboardLayout.LongestDashboard
                    || request.Filter?.Length > DashboardLayout.LongestFilter
                    || request.Cards?.Length > DashboardLayout.MostCards
                )
                {
                    return new Refusal("Refusal_Layout");
                }

                var layout = await writing.Context.DashboardLayouts.SingleOrDefaultAsync(
                    one => one.PersonId == viewer.PersonId && one.Dashboard == request.Dashboard,
                    cancellation
                );
                if (layout is null)
                {
                    layout = new DashboardLayout
                    {
                        PersonId = viewer.PersonId,
                        Dashboard = request.Dashboard,
                        SavedAt = writing.Now,
                    };
                    writing.Context.DashboardLayouts.Add(layout);
                }

                layout.Cards = request.Cards ?? layout.Cards;
                layout.Filter = request.Filter ?? layout.Filter;
                layout.SavedAt = writing.Now;
                return layout;
            },
            cancellation
        );
}
