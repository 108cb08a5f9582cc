using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Begins the support of a laureate: its plan is drawn from the edition's template, and its baseline stands from then on.
/// Refused for one that is no laureate, and a second time.
/// </summary>
public sealed class StartSupport(Store store) : IOperation<StartSupport.Request, int>
{
    /// <param name="StartsOn">Paris day; at most a year from today, either way.</param>
    public sealed record Request(int Number, DateOnly StartsOn);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(StartSupport),
            writing => ApplyAsync(writing, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Request request,
        CancellationToken cancellation
    )
    {
        var application = await writing
            .Context.Applications.Shown()
            .SingleOrDefaultAsync(application => application.Number == request.Number, cancellation);
        if (application is null)
        {
            return Refusal.NotFound;
        }

        if (application.Stage != Stage.Laureate)
        {
            return new Refusal("Refusal_NotLaureate", request.Number);
        }

        if (await writing.Context.Prototypes.AnyAsync(one => one.Number == request.Number, cancellation))
        {
            return new Refusal("Refusal_SupportBegun", request.Number);
        }

        if (Math.Abs(request.StartsOn.DayNumber - ParisTime.DayOf(writing.Now).DayNumber) > 366)
        {
            return new Refusal("Refusal_SupportStart");
        }

        var months = await writing
            .Context.Editions.Where(edition => edition.Number == application.Edition)
            .Select(edition => edition.SupportMonths)
            .SingleAsync(cancellation);
        var template = await writing
            .Context.PlanTemplates.AsNoTracking()
            .SingleOrDefaultAsync(template => template.Edition == application.Edition, cancellation)
            is { } own
            ? own.Milestones
            : PlanTemplate.Usual;
        // The edition may have been shortened since its template was written.
        if (PlanRules.CheckTemplate(template, months) is { } refusal)
        {
            return refusal;
        }

        var prototype = new Prototype
        {
            Edition = application.Edition,
            Number = application.Number,
            Title = application.Title,
            StartsOn = request.StartsOn,
            Months = months,
            StartedAt = writing.Now,
            StartedBy = writing.By,
        };
        prototype.Milestones.AddRange(
            PlanRules.Draw(template, application.Edition, application.Number, request.StartsOn)
        );
        writing.Context.Prototypes.Add(prototype);
        writing.Touch(Subject.Prototype, request.Number);
        return prototype.Number;
    }
}
