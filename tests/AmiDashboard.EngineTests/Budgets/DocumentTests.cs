using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

public sealed class DocumentTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("poste;montant\r\nsalaires;1000\r\n");

    [Theory, OnBothEngines]
    public async Task A_document_comes_back_as_it_was_sent(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var id = await store.DoAsync<AttachDocument, AttachDocument.Request, long>(Uploaded("dépenses.csv", Text));
        var read = await store.Get<DocumentDownload>().RunAsync(Validator, new(id));
        Assert.Equal(Text, read!.Content.ToArray());
        Assert.Equal("dépenses.csv", read.Name);
        var kept = (await store.FileAsync(Number)).Documents.Single(document => document.Id == id);
        Assert.Equal((Text.Length, 64), ((int)kept.Size, kept.Sha256!.Length));
    }

    [Theory, OnBothEngines]
    public async Task What_is_not_what_its_name_says_is_refused_and_leaves_nothing(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var before = (await store.FileAsync(Number)).Documents.Count;
        var refused = await store
            .Get<AttachDocument>()
            .RunAsync(Preparer, Uploaded("statut.pdf", Encoding.UTF8.GetBytes("<html><script>1</script></html>")));
        Assert.StartsWith("Refusal_Document", refused.Refusal?.Key, StringComparison.Ordinal);
        var link = Uploaded("lien", Text) with { Content = null, Link = "javascript:alert(1)" };
        Assert.Equal("Refusal_DocumentLink", (await store.Get<AttachDocument>().RunAsync(Preparer, link)).Refusal?.Key);
        Assert.Equal(before, (await store.FileAsync(Number)).Documents.Count);
    }

    [Theory, OnBothEngines]
    public async Task A_document_that_a_payment_rests_on_is_not_withdrawn(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 1);
        var document = (await store.FileAsync(Number)).Documents.First(one => one.PaymentId == payment);
        Assert.True((await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete)).Done);
        var refused = await store.Get<WithdrawDocument>().RunAsync(Preparer, new(document.Id, document.Version));
        Assert.Equal("Refusal_DocumentRelied", refused.Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task A_withdrawn_document_is_missing_again(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 1);
        var document = (await store.FileAsync(Number)).Documents.First(one => one.PaymentId == payment);
        await store.DoAsync<WithdrawDocument, WithdrawDocument.Request, int>(new(document.Id, document.Version));
        Assert.Equal(
            "Refusal_DocumentMissing",
            (await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete)).Refusal?.Key
        );
    }

    [Theory, OnBothEngines]
    public async Task Nobody_reads_a_document_of_a_project_out_of_their_reach(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var id = await store.DoAsync<AttachDocument, AttachDocument.Request, long>(Uploaded("a.csv", Text));
        var (own, other) = (
            Person(7, Profile.Ministry, Perimeter.OfApplications(Number)),
            Person(8, Profile.Ministry, Perimeter.OfApplications(1002))
        );
        Assert.NotNull(await store.Get<DocumentDownload>().RunAsync(own, new(id)));
        Assert.Null(await store.Get<DocumentDownload>().RunAsync(other, new(id)));
        Assert.Equal(
            Refusal.NotFound.Key,
            (await store.Get<AttachDocument>().RunAsync(other, Uploaded("b.csv", Text))).Refusal?.Key
        );
    }

    private static AttachDocument.Request Uploaded(string name, byte[] content) =>
        new(1, Number, null, DocumentKind.Other, name, null, content);
}
