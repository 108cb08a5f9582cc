using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// Money of every kind for whole stores: each text carries the project's number, or that of the edition, wherever a piece
/// of it turns up.
/// </summary>
internal static class FilledBudgets
{
    /// <summary>What the entries of an edition's envelope say.</summary>
    public static string EnvelopeMark(int edition) => $"Enveloppe-E{edition}";

    /// <summary>
    /// An envelope and fees; a grant to each project; to the first one a grant given twice, a convention that was amended, a
    /// payment that came back and one that did not, a document kept here, a forecast, a comment.
    /// </summary>
    public static async Task FillAsync(this TestStore store, int edition, params int[] numbers)
    {
        var today = ParisTime.DayOf(store.Now);
        await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(
            new(edition, Money.FromEuros(1_000_000), today, EnvelopeMark(edition))
        );
        await store.DoAsync<RecordFee, RecordFee.Request, long>(
            new(edition, Money.FromEuros(5_000), today, EnvelopeMark(edition))
        );
        await store.DoAsync<AttachDocument, AttachDocument.Request, long>(
            new(edition, null, null, DocumentKind.Other, EnvelopeMark(edition), "https://documents.example.invalid/e")
        );
        foreach (var number in numbers)
        {
            var mistaken = await store.GrantAsync(number, Money.FromEuros(90_000), edition: edition);
            await store.DoAsync<ReverseEntry, ReverseEntry.Request, long>(
                new(mistaken.Value, today, $"Erreur-{number}")
            );
            Assert.True((await store.GrantAsync(number, Money.FromEuros(100_000), edition: edition)).Done);
        }

        await store.SpendAsync(numbers[0], today);
    }

    private static async Task SpendAsync(this TestStore store, int number, DateOnly today)
    {
        var amount = Money.FromEuros(100_000);
        await store.DoAsync<CommitGrant, CommitGrant.Request, long>(new(number, amount, today, $"Engagement-{number}"));
        PlannedInstalment[] schedule =
        [
            .. Schedule(amount)
                .Select(one =>
                    one with
                    {
                        Label = $"{one.Label}-{number}",
                        Milestone = $"Jalon-{number}",
                        Conditions = $"Condition-{number}",
                    }
                ),
        ];
        var version = await store.DoAsync<DraftConvention, DraftConvention.Request, int>(
            new(number, $"Organisme-{number}", $"CONV-{number}", amount, Money.Zero, 30, [.. schedule], null)
        );
        await store.KeepDocumentAsync(number, DocumentKind.SignedConvention, $"Convention-{number}");
        await store.DoAsync<SignConvention, SignConvention.Request, int>(new(number, today, version));
        var standing = (await store.FileAsync(number)).Convention!.Standing.ToList();
        await store.DoAsync<ReviseForecast, ReviseForecast.Request, int>(
            new(number, standing[1].Id, standing[1].PlannedOn.AddDays(30), $"Retard-{number}")
        );
        var returned = await store.RequestAsync(number, 0);
        await store.ValidateAsync(returned);
        Assert.True((await store.PayAsync(returned, $"VIR-{number}-1")).Done);
        await store.DoAsync<ReturnPayment, ReturnPayment.Request, long>(
            new(returned, today, $"Compte-clos-{number}", await store.VersionAsync(returned))
        );
        var paid = await store.RequestAsync(number, 0);
        await store.ValidateAsync(paid);
        Assert.True((await store.PayAsync(paid, $"VIR-{number}-2")).Done);
        var justified = await store.RequestAsync(number, 1);
        await store.ValidateAsync(justified);
        Assert.True((await store.PayAsync(justified, $"VIR-{number}-3")).Done);
        var convention = (await store.FileAsync(number)).Convention!;
        await store.DoAsync<AmendConvention, AmendConvention.Request, int>(
            new(
                number,
                Money.FromEuros(-10_000),
                [schedule[2] with { Amount = schedule[2].Amount - Money.FromEuros(10_000) }],
                today,
                $"Avenant-{number}",
                convention.Version
            )
        );
        await store.RequestAsync(number, 2);
        await store.DoAsync<CommentBudget, CommentBudget.Request, long>(new(number, $"Commentaire-{number}"));
    }

    /// <summary>A document with its bytes, as an upload keeps it.</summary>
    public static async Task<long> KeepDocumentAsync(this TestStore store, int number, DocumentKind kind, string name)
    {
        var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7 {name}");
        var edition = (await store.FileAsync(number)).Edition;
        var kept = await store
            .Get<Store>()
            .WriteAsync<long>(
                Viewer.Product,
                Right.None,
                "KeepDocument",
                async writing =>
                {
                    var document = new BudgetDocument
                    {
                        Edition = edition,
                        Number = number,
                        Kind = kind,
                        Name = name,
                        ContentType = "application/pdf",
                        Size = bytes.Length,
                        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                        AddedAt = writing.Now,
                        AddedBy = writing.By,
                    };
                    writing.Context.BudgetDocuments.Add(document);
                    await writing.Context.SaveChangesAsync();
                    writing.Context.DocumentContents.Add(
                        new DocumentContent { DocumentId = document.Id, Bytes = bytes }
                    );
                    writing.Touch(Storage.Changes.Subject.Budget, number);
                    return document.Id;
                },
                CancellationToken.None
            );
        return kept.Value;
    }
}
