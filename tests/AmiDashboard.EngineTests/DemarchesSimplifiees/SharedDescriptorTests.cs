using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>A question is known by its descriptor, whatever becomes of its label, unless two questions carry the same.</summary>
public sealed class SharedDescriptorTests
{
    private const string Shared = "Q-partagé";

    [Theory, OnBothEngines]
    public async Task Two_questions_with_one_descriptor_keep_their_own_meaning(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);

        await store.RecordAsync(1, Dossier("Ministère porteur", "Bénéfices attendus"));

        var sheet = await store.SheetAsync(1001);
        Assert.Equal(("réponse 0", "réponse 1"), (sheet!.Reading.Ministry, sheet.Reading.Benefits));
        Assert.Equal(2, (await MappingsAsync(store)).Count);
    }

    [Theory, OnBothEngines]
    public async Task An_edited_label_is_the_same_question_and_keeps_a_persons_choice(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, Dossier("Votre idée"));
        var mapping = Assert.Single(await MappingsAsync(store));
        await store.DoAsync<EditMapping, EditMapping.Request, int>(new(mapping.Id, FieldTarget.Title, mapping.Version));

        await store.RecordAsync(1, Dossier("Votre proposition"));

        mapping = Assert.Single(await MappingsAsync(store));
        Assert.Equal(("Votre proposition", FieldTarget.Title), (mapping.Label, mapping.Target));
        Assert.Equal("réponse 0", (await store.SheetAsync(1001))!.Application.Title);
    }

    [Theory, OnBothEngines]
    public async Task A_label_edited_beside_a_shared_descriptor_does_not_take_the_others_place(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, Dossier("Ministère porteur", "Bénéfices attendus"));

        await store.RecordAsync(1, Dossier("Ministère porteur", "Bénéfices espérés"));

        var sheet = await store.SheetAsync(1001);
        Assert.Equal(("réponse 0", "réponse 1"), (sheet!.Reading.Ministry, sheet.Reading.Benefits));
    }

    [Theory, OnBothEngines]
    public async Task A_label_without_end_is_a_key_all_the_same(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);

        await store.RecordAsync(1, Dossier(new string('a', 5000), new string('a', 5000) + "b"));

        Assert.All(await MappingsAsync(store), one => Assert.InRange(one.Key.Length, 1, FieldMapping.LongestKey));
        Assert.Equal(2, (await MappingsAsync(store)).Count);
    }

    private static Task<IReadOnlyList<FieldMapping>> MappingsAsync(TestStore store) =>
        store.Get<FieldMappingList>().RunAsync(Viewer.Product, new(1));

    private static Dossier Dossier(params string[] labels) =>
        SampleDossiers.Dossier(1001) with
        {
            Fields =
            [
                .. labels.Select(
                    (label, index) =>
                        new DossierField
                        {
                            DescriptorId = Shared,
                            Label = label,
                            Kind = FieldKind.Text,
                            Text = $"réponse {index}",
                        }
                ),
            ],
        };
}
