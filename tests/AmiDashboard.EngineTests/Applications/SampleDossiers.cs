using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Editions;

namespace AmiDashboard.Applications;

/// <summary>Small invented dossiers, each recognisable by its number wherever a piece of it turns up.</summary>
internal static class SampleDossiers
{
    public static readonly DateTime Opening = new(2018, 6, 14, 7, 0, 0, DateTimeKind.Utc);

    public static Edition Edition(int number) =>
        new()
        {
            Number = number,
            Name = $"Édition {number}",
            OpensAt = Opening.AddYears(number - 1),
            Deadline = Opening.AddYears(number - 1).AddMonths(3),
        };

    public static Dossier Dossier(int number, DateTime? depositedAt = null) =>
        new()
        {
            Number = number,
            State = SourceState.UnderConstruction,
            DepositedAt = depositedAt ?? Opening.AddDays(number % 90),
            ModifiedAt = depositedAt ?? Opening.AddDays(number % 90),
            Applicant = new Applicant
            {
                Siret = $"13000{number}00010",
                Organisation = $"Organisme-{number}",
                LegalForm = "Service central d’un ministère",
                Email = $"porteur-{number}@example.invalid",
                City = $"Ville-{number}",
            },
            Labels = [$"Label-{number}"],
            Fields =
            [
                Field("Titre du projet", FieldKind.Text) with
                {
                    Text = $"Projet-{number} : détection éclairée",
                },
                Field("Ministère ou opérateur porteur", FieldKind.Choice) with
                {
                    Text = $"Ministère-{number}",
                },
                Field("Techniques d’IA visées", FieldKind.Choices) with
                {
                    Text = $"Technique-{number}",
                    Choices = [$"Technique-{number}", "Commune"],
                },
                Field("Résumé", FieldKind.Text) with
                {
                    Text = $"Résumé-{number}",
                },
                Field("Budget demandé (en euros)", FieldKind.Number) with
                {
                    Text = $"{number}",
                    Number = number,
                },
            ],
            Annotations =
            [
                Field("Note /20 — Données", FieldKind.Number) with
                {
                    Text = $"NoteSecrète-{number}",
                    Number = 12.5m,
                },
            ],
            Events =
            [
                new DossierEvent(
                    "depose",
                    depositedAt ?? Opening.AddDays(number % 90),
                    $"agent-{number}@example.invalid",
                    null
                ),
            ],
        };

    public static Dossier With(this Dossier dossier, string label, string? text) =>
        dossier with
        {
            Fields = [.. dossier.Fields.Select(field => field.Label == label ? field with { Text = text } : field)],
        };

    public static DossierField Field(string label, FieldKind kind) =>
        new()
        {
            DescriptorId = $"descripteur:{label}",
            Label = label,
            Kind = kind,
        };

    public static async Task RecordEditionAsync(this TestStore store, int number) =>
        await store.DoAsync<RecordEdition, Edition, int>(Edition(number));

    public static Task<RecordDossiers.Result> RecordAsync(
        this TestStore store,
        int edition,
        params IReadOnlyList<Dossier> dossiers
    ) =>
        store.DoAsync<RecordDossiers, RecordDossiers.Request, RecordDossiers.Result>(
            new(edition, dossiers, DossierOrigin.Api)
        );

    public static Viewer Person(Profile profile, Perimeter? perimeter = null) =>
        new(1, $"{profile}", [new HeldProfile(profile, perimeter ?? Perimeter.Everything)]);

    public static Task<ApplicationDetails?> SheetAsync(this TestStore store, int number) =>
        store.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(number));

    public static async Task MoveAsync(this TestStore store, int number, Stage stage, DateTime? validFrom = null)
    {
        var sheet = await store.SheetAsync(number);
        await store.DoAsync<ChangeStage, ChangeStage.Request, int>(
            new(number, stage, $"Motif-{number}", sheet!.Application.Version, validFrom)
        );
    }
}
