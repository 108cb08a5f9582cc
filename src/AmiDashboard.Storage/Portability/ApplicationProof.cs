using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Storage.Portability;

/// <summary>Whether the columns of one application follow from its facts: its stages, its latest revision, its edition.</summary>
internal static class ApplicationProof
{
    public static IEnumerable<Refusal> Check(Application application, Edition edition, FieldMap map)
    {
        var number = application.Number;
        if (application.Edition != edition.Number)
        {
            yield return new Refusal("Verify_Edition", number, application.Edition, edition.Number);
        }

        var last = application
            .StageChanges.OrderBy(change => change.ValidFrom)
            .ThenBy(change => change.Id)
            .LastOrDefault();
        if (last is null)
        {
            yield return new Refusal("Verify_NoStage", number);
        }
        else if ((application.Stage, application.StageSince) != (last.Stage, last.ValidFrom))
        {
            yield return new Refusal("Verify_Stage", number, application.Stage, last.Stage);
        }

        if (application.Revisions is not [var revision])
        {
            yield return new Refusal("Verify_NoRevision", number);
            yield break;
        }

        var dossier = revision.Dossier;
        var text = Encoding.UTF8.GetBytes(JsonText.Write(dossier));
        if (application.ContentHash != Convert.ToHexStringLower(SHA256.HashData(text)))
        {
            yield return new Refusal("Verify_Hash", number);
        }

        foreach (var column in Differences(application, dossier, map))
        {
            yield return new Refusal("Verify_Column", number, column);
        }
    }

    /// <summary>Columns that are not what reading the latest revision again would write.</summary>
    private static IEnumerable<string> Differences(Application application, Dossier dossier, FieldMap map)
    {
        var again = new Application
        {
            Edition = application.Edition,
            Number = application.Number,
            DepositedAt = dossier.DepositedAt,
            SourceModifiedAt = dossier.ModifiedAt,
            SourceState = dossier.State,
            Stage = application.Stage,
            StageSince = application.StageSince,
            Title = "",
            SearchText = "",
            ContentHash = "",
        };
        RecordDossiers.Read(again, ApplicationReading.Of(dossier, map));
        (string Column, bool IsSame)[] columns =
        [
            (nameof(Application.DepositedAt), again.DepositedAt == application.DepositedAt),
            (nameof(Application.SourceModifiedAt), again.SourceModifiedAt == application.SourceModifiedAt),
            (nameof(Application.SourceState), again.SourceState == application.SourceState),
            (nameof(Application.Title), again.Title == application.Title),
            (nameof(Application.Organisation), again.Organisation == application.Organisation),
            (nameof(Application.Ministry), again.Ministry == application.Ministry),
            (nameof(Application.Requested), again.Requested == application.Requested),
            (nameof(Application.SearchText), again.SearchText == application.SearchText),
            (nameof(Application.Techniques), Names(again).SequenceEqual(Names(application), StringComparer.Ordinal)),
        ];
        return columns.Where(column => !column.IsSame).Select(column => column.Column);
    }

    private static IEnumerable<string> Names(Application application) =>
        application.Techniques.Select(technique => technique.Name).Order(StringComparer.Ordinal);
}
