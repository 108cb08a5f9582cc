using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// Mirrors a batch of dossiers: new ones become applications in stage « received », changed ones get a revision, the
/// programme's own stage is never touched. All of the batch, with the run's progress, or none of it.
/// </summary>
public sealed class RecordDossiers(Store store) : IOperation<RecordDossiers.Request, RecordDossiers.Result>
{
    /// <param name="Edition">The edition's number.</param>
    /// <param name="Dossiers">A few hundred at most; a number that comes twice is taken once, the last.</param>
    /// <param name="Origin">Decides between equal dates: an export says less than the API.</param>
    public sealed record Request(
        int Edition,
        IReadOnlyList<Dossier> Dossiers,
        DossierOrigin Origin,
        RunProgress? Progress = null
    );

    public sealed record Result(int Added, int Changed, int Unchanged)
    {
        /// <summary>Dossiers of an export that the source has deleted since: purged here, and not brought back.</summary>
        public int LeftOut { get; init; }
    }

    public static Right Right => Right.Synchronise;

    public Task<Outcome<Result>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<Result>(
            viewer,
            Right,
            nameof(RecordDossiers),
            async writing =>
            {
                var edition = await writing.Context.Editions.SingleOrDefaultAsync(
                    edition => edition.Number == request.Edition,
                    cancellation
                );
                if (edition is null)
                {
                    return new Refusal("Refusal_EditionUnknown", request.Edition);
                }

                var result = await RecordAsync(writing, edition, request.Dossiers, request.Origin, cancellation);
                if (request.Progress is { } progress)
                {
                    return await progress.RecordAsync(writing, result, request.Dossiers, cancellation) is { } refusal
                        ? refusal
                        : result;
                }

                return result;
            },
            cancellation
        );

    /// <summary>The same inside an operation that writes more (an import of many batches is one transaction).</summary>
    internal static async Task<Result> RecordAsync(
        Writing writing,
        Edition edition,
        IReadOnlyList<Dossier> dossiers,
        DossierOrigin origin,
        CancellationToken cancellation
    )
    {
        int[] given = [.. dossiers.Select(dossier => dossier.Number)];
        var purged = writing.Context.PurgedDossiers.Where(purged => given.Contains(purged.Number));
        HashSet<int> leftOut = [];
        if (origin == DossierOrigin.Export)
        {
            leftOut = await purged.Select(one => one.Number).ToHashSetAsync(cancellation);
        }
        else
        {
            await purged.ExecuteDeleteAsync(cancellation);
        }

        var latest = dossiers
            .GroupBy(dossier => dossier.Number)
            .Select(same => same.Last())
            .Where(dossier => !leftOut.Contains(dossier.Number))
            .ToList();
        var map = await FieldMapKeeping.LearnAsync(writing, edition.Id, latest, cancellation);
        int[] numbers = [.. latest.Select(dossier => dossier.Number)];
        var known = await writing
            .Context.Applications.Include(application => application.Techniques)
            .Where(application => numbers.Contains(application.Number))
            .ToDictionaryAsync(application => application.Number, cancellation);

        var (added, changed) = (0, 0);
        foreach (var dossier in latest)
        {
            if (!known.TryGetValue(dossier.Number, out var application))
            {
                Add(writing, edition, dossier, map);
                added++;
            }
            else if (IsNews(application, dossier, origin))
            {
                Revise(writing, application, dossier, map);
                changed++;
            }
        }

        await writing.Context.SaveChangesAsync(cancellation);
        return new Result(added, changed, latest.Count - added - changed) { LeftOut = leftOut.Count };
    }

    /// <summary>
    /// The API tells how things stand, whatever the dates (a label moves none); an export may be older than what is known.
    /// </summary>
    private static bool IsNews(Application application, Dossier dossier, DossierOrigin origin) =>
        origin switch
        {
            DossierOrigin.Api => application.Presence != Presence.Present || application.ContentHash != HashOf(dossier),
            DossierOrigin.Export => dossier.ModifiedAt > application.SourceModifiedAt
                && application.ContentHash != HashOf(dossier),
            _ => dossier.ModifiedAt >= application.SourceModifiedAt && application.ContentHash != HashOf(dossier),
        };

    private static void Add(Writing writing, Edition edition, Dossier dossier, FieldMap map)
    {
        var application = new Application
        {
            EditionId = edition.Id,
            Edition = edition.Number,
            Number = dossier.Number,
            DepositedAt = dossier.DepositedAt,
            SourceModifiedAt = dossier.ModifiedAt,
            SourceState = dossier.State,
            Stage = Stage.Received,
            StageSince = dossier.DepositedAt,
            Title = "",
            SearchText = "",
            ContentHash = "",
        };
        application.StageChanges.Add(
            new StageChange
            {
                Stage = Stage.Received,
                ValidFrom = dossier.DepositedAt,
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        writing.Context.Applications.Add(application);
        Write(writing, application, dossier, map, validFrom: dossier.DepositedAt);
        writing.TouchAdded(Subject.Application, () => application.Id);
    }

    private static void Revise(Writing writing, Application application, Dossier dossier, FieldMap map)
    {
        // A source restored from a backup may go back in time; revisions stay in the order they were learnt.
        var validFrom =
            dossier.ModifiedAt > application.SourceModifiedAt ? dossier.ModifiedAt : application.SourceModifiedAt;
        Write(writing, application, dossier, map, validFrom);
        writing.Touch(Subject.Application, application.Id);
    }

    private static void Write(
        Writing writing,
        Application application,
        Dossier dossier,
        FieldMap map,
        DateTime validFrom
    )
    {
        var hash = HashOf(dossier);
        if (application.ContentHash != hash)
        {
            application.Revisions.Add(
                new ApplicationRevision
                {
                    ValidFrom = validFrom,
                    RecordedAt = writing.Now,
                    RecordedBy = writing.By,
                    Dossier = dossier,
                }
            );
        }

        application.ContentHash = hash;
        application.Presence = Presence.Present;
        application.DepositedAt = dossier.DepositedAt;
        application.InstructionAt = dossier.InstructionAt;
        application.ProcessedAt = dossier.ProcessedAt;
        application.SourceModifiedAt = dossier.ModifiedAt;
        application.SourceState = dossier.State;
        application.Siret = dossier.Applicant.Siret;
        application.LegalForm = dossier.Applicant.LegalForm;
        application.Eligibility = Eligibility.Of(dossier.Applicant.LegalForm).Verdict;
        Read(application, ApplicationReading.Of(dossier, map));
    }

    /// <summary>Puts what was understood of a dossier into the columns that lists and figures use.</summary>
    internal static void Read(Application application, ApplicationReading reading)
    {
        application.Title = reading.Title;
        application.Organisation = reading.Organisation;
        application.Ministry = reading.Ministry;
        application.Requested = reading.Requested;
        application.SearchText = $"{application.Number} {reading.SearchText}";
        application.Techniques.RemoveAll(technique => !reading.Techniques.Contains(technique.Name));
        application.Techniques.AddRange(
            reading
                .Techniques.Except(application.Techniques.Select(technique => technique.Name), StringComparer.Ordinal)
                .Select(name => new ApplicationTechnique { Name = name })
        );
    }

    /// <summary>SHA-256 of the dossier as stored: equal hashes, nothing new.</summary>
    private static string HashOf(Dossier dossier) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Write(dossier))));
}

/// <summary>Which way a dossier came.</summary>
public enum DossierOrigin
{
    Api,
    Export,
    Demonstration,
}
