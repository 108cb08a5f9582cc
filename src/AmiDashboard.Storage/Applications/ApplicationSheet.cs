using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// One application, whole: what its source says, what the product understood, its way. Null outside the perimeter, as for
/// a number that does not exist. E-mails and names are left out for a viewer without the right to personal data, the
/// instructors' labels and e-mails without that to the instruction, their notes for everybody.
/// </summary>
public sealed class ApplicationSheet(Store store) : IRead<ApplicationSheet.Query, ApplicationDetails?>
{
    public sealed record Query(int Number);

    public static Right Right => Right.SeeApplications;

    public async Task<ApplicationDetails?> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var application = await context
            .Applications.Shown()
            .Include(application => application.Techniques)
            .Include(application =>
                application.StageChanges.OrderBy(change => change.ValidFrom).ThenBy(change => change.Id)
            )
            .AsSplitQuery()
            .SingleOrDefaultAsync(application => application.Number == query.Number, cancellation);
        if (application is null)
        {
            return null;
        }

        var revisions = await context
            .Applications.Where(one => one.Id == application.Id)
            .SelectMany(one => one.Revisions)
            .OrderByDescending(revision => revision.Id)
            .Select(revision => new
            {
                revision.ValidFrom,
                revision.RecordedAt,
                revision.RecordedBy,
            })
            .ToListAsync(cancellation);
        var dossier = await context
            .Applications.Where(one => one.Id == application.Id)
            .SelectMany(one => one.Revisions)
            .OrderByDescending(revision => revision.Id)
            .Select(revision => revision.Dossier)
            .FirstAsync(cancellation);
        var mappings = await context
            .FieldMappings.Where(mapping => mapping.EditionId == application.EditionId)
            .ToListAsync(cancellation);
        var map = new FieldMap(mappings);
        bool Sees(Right right) => viewer.PerimeterOf(right).Admits(application.Edition, application.Number);
        var (seesPeople, seesInstruction) = (Sees(Right.SeePersonalData), Sees(Right.SeeInstruction));
        dossier = dossier with { Annotations = [] };
        if (!seesInstruction)
        {
            dossier = WithoutInstruction(dossier);
        }

        var reading = ApplicationReading.Of(dossier, map);
        return new ApplicationDetails(
            application,
            seesPeople ? dossier : WithoutPeople(dossier, map),
            seesPeople
                ? reading
                : reading with
                {
                    Team = [.. reading.Team.Select(member => member with { Name = null })],
                },
            Eligibility.Of(application.LegalForm),
            [
                .. revisions.Select(revision => new RevisionNote(
                    revision.ValidFrom,
                    revision.RecordedAt,
                    revision.RecordedBy
                )),
            ],
            seesPeople,
            seesInstruction
        );
    }

    private static Dossier WithoutInstruction(Dossier dossier) =>
        dossier with
        {
            Labels = [],
            Events = [.. dossier.Events.Select(step => step with { AgentEmail = null })],
        };

    private static Dossier WithoutPeople(Dossier dossier, FieldMap map) =>
        dossier with
        {
            Applicant = dossier.Applicant with { Email = null },
            Fields = [.. dossier.Fields.Where(field => map.TargetOf(field) != FieldTarget.Team)],
        };
}

/// <param name="HasPeople">Whether e-mails and names are in it.</param>
/// <param name="HasInstruction">Whether the instructors' labels and e-mails are in it.</param>
public sealed record ApplicationDetails(
    Application Application,
    Dossier Dossier,
    ApplicationReading Reading,
    Eligibility Eligibility,
    ImmutableArray<RevisionNote> Revisions,
    bool HasPeople,
    bool HasInstruction
);

/// <summary>UTC instants.</summary>
public sealed record RevisionNote(DateTime ValidFrom, DateTime RecordedAt, string RecordedBy);
