using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Applications;

public sealed class EditMappingTests
{
    private static readonly Viewer Administrator = SampleDossiers.Person(Profile.Administrator);

    private static readonly FilledStore Filled = new(async store =>
    {
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [.. Enumerable.Range(1000, 1200).Select(number => SampleDossiers.Dossier(number))]);
    });

    [Theory, OnBothEngines]
    public async Task Questions_are_first_understood_by_their_label(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);

        var mappings = await store.Get<FieldMappingList>().RunAsync(Administrator, new(1));

        Assert.Equal(
            [
                FieldTarget.Title,
                FieldTarget.Ministry,
                FieldTarget.Techniques,
                FieldTarget.Summary,
                FieldTarget.Requested,
            ],
            mappings.Select(mapping => mapping.Target)
        );
    }

    [Theory, OnBothEngines]
    public async Task A_new_meaning_reads_every_dossier_of_the_edition_again(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        var mappings = await store.Get<FieldMappingList>().RunAsync(Administrator, new(1));
        var summary = mappings.Single(mapping => mapping.Target == FieldTarget.Summary);
        var ministry = mappings.Single(mapping => mapping.Target == FieldTarget.Ministry);

        await store.DoAsync<EditMapping, EditMapping.Request, int>(
            new(ministry.Id, FieldTarget.None, ministry.Version),
            Administrator
        );
        var changed = await store.DoAsync<EditMapping, EditMapping.Request, int>(
            new(summary.Id, FieldTarget.Ministry, summary.Version),
            Administrator
        );

        Assert.Equal(1200, changed);
        Assert.Equal("Résumé-1500", (await store.SheetAsync(1500))!.Application.Ministry);
        Assert.True(
            (await store.Get<FieldMappingList>().RunAsync(Administrator, new(1)))
                .Single(one => one.Id == summary.Id)
                .IsByHand
        );
    }

    [Theory, OnBothEngines]
    public async Task A_label_edited_at_the_source_keeps_its_meaning(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        var dossier = SampleDossiers.Dossier(1000);
        var renamed = dossier with
        {
            ModifiedAt = dossier.ModifiedAt.AddDays(1),
            Fields =
            [
                .. dossier.Fields.Select(field => field with { Label = "Question " + field.DescriptorId!.Length }),
            ],
        };

        await store.RecordAsync(1, renamed);

        Assert.Equal("Ministère-1000", (await store.SheetAsync(1000))!.Application.Ministry);
    }

    [Theory, OnBothEngines]
    public async Task A_choice_made_on_an_older_version_is_a_conflict(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        var mapping = (await store.Get<FieldMappingList>().RunAsync(Administrator, new(1)))[0];
        await store.DoAsync<EditMapping, EditMapping.Request, int>(
            new(mapping.Id, FieldTarget.Benefits, mapping.Version),
            Administrator
        );

        var outcome = await store
            .Get<EditMapping>()
            .RunAsync(Administrator, new(mapping.Id, FieldTarget.Title, mapping.Version));

        Assert.Equal(Refusal.Conflict, outcome.Refusal);
    }
}
