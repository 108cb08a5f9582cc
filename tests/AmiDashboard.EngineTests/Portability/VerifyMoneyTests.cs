using AmiDashboard.Budgets;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;

namespace AmiDashboard.Portability;

/// <summary>What verification says of balances, conventions, payments and documents that do not answer to the ledger.</summary>
public sealed class VerifyMoneyTests
{
    /// <summary>What a hand writes, and all that is then found.</summary>
    private static readonly (string Statement, string[] Found)[] Hands =
    [
        ("UPDATE edition_balance SET [Fees] = [Fees] + 1", ["Verify_EditionBalance"]),
        ("UPDATE edition_balance SET [LastOn] = '2018-01-01'", ["Verify_EditionBalance"]),
        ("DELETE FROM edition_balance", ["Verify_EditionBalance"]),
        ("UPDATE project_balance SET [Paid] = [Paid] - 1 WHERE [Number] = 1001", ["Verify_ProjectBalance"]),
        ("UPDATE project_balance SET [Edition] = 2 WHERE [Number] = 1001", ["Verify_ProjectBalance"]),
        ("DELETE FROM project_balance WHERE [Number] = 1002", ["Verify_ProjectBalance"]),
        ("UPDATE edition SET [Envelope] = [Envelope] + 1", ["Verify_EditionEnvelope"]),
        ("UPDATE convention SET [Amount] = [Amount] + 1", ["Verify_ConventionAmount", "Verify_ConventionSchedule"]),
        ("UPDATE convention SET [State] = 'Draft'", ["Verify_ConventionAmount"]),
        ("UPDATE convention SET [SignedOn] = NULL", ["Verify_ConventionAmount"]),
        (
            "UPDATE instalment SET [Amount] = [Amount] + 1 WHERE [ReplacedAt] IS NULL AND [Kind] = 'Balance'",
            ["Verify_ConventionSchedule"]
        ),
        ("UPDATE payment SET [Amount] = [Amount] + 1 WHERE [State] = 'Paid'", ["Verify_PaymentEntry"]),
        ("UPDATE payment SET [PaidOn] = '2018-11-30' WHERE [State] = 'Paid'", ["Verify_PaymentEntry"]),
        (
            "UPDATE payment SET [State] = 'Validated' WHERE [State] = 'Paid'",
            ["Verify_PaymentEntry", "Verify_PaymentStep"]
        ),
        (
            "UPDATE payment SET [State] = 'Paid' WHERE [State] = 'Returned'",
            ["Verify_PaymentEntry", "Verify_PaymentStep"]
        ),
        ("UPDATE payment SET [ValidatedById] = NULL WHERE [State] = 'Paid'", ["Verify_PaymentSigners"]),
        ("UPDATE payment SET [Number] = 1002 WHERE [State] = 'Requested'", ["Verify_Repeated"]),
        ("DELETE FROM document_content", ["Verify_DocumentLost"]),
        (
            "UPDATE budget_document SET [Link] = NULL WHERE [Sha256] IS NULL",
            ["Verify_DocumentLost", "Verify_EntryDocument"]
        ),
        (
            "UPDATE budget_document SET [Sha256] = 'ab' WHERE [Sha256] IS NOT NULL",
            ["Verify_DocumentContent", "Verify_EntryDocument"]
        ),
        ("UPDATE budget_document SET [Name] = 'Autre' WHERE [Kind] = 'SignedConvention'", ["Verify_EntryDocument"]),
        ("UPDATE budget_document SET [Size] = 1 WHERE [Sha256] IS NOT NULL", ["Verify_DocumentContent"]),
    ];

    public static TheoryData<TestEngine, int> Everything()
    {
        var data = new TheoryData<TestEngine, int>();
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            for (var hand = 0; hand < Hands.Length; hand++)
            {
                data.Add(engine, hand);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Everything))]
    public async Task What_does_not_answer_to_the_ledger_is_found(TestEngine engine, int hand)
    {
        await using var store = await VerifyLedgerTests.Filled.CopyAsync(engine);
        Assert.NotEqual(0, await store.SqlAsync(Hands[hand].Statement));
        Assert.Equal(Hands[hand].Found, await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task Content_that_was_changed_byte_for_byte_is_found(TestEngine engine)
    {
        await using var store = await VerifyLedgerTests.Filled.CopyAsync(engine);
        await store.SqlAsync(
            engine == TestEngine.PostgreSql
                ? "UPDATE document_content SET [Bytes] = set_byte([Bytes], 0, 0)"
                : "UPDATE document_content SET [Bytes] = CAST(zeroblob(1) || substr([Bytes], 2) AS BLOB)"
        );
        Assert.Equal(["Verify_DocumentContent"], await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_convention_that_is_gone_is_missed(TestEngine engine)
    {
        await using var store = await VerifyLedgerTests.Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        await store.InsertAsync(await store.NextAsync(EntryKind.Contract, 1002, new Core.Money(1)));
        Assert.Contains("Verify_ConventionMissing", await store.FoundAsync());
    }
}
