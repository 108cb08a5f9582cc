using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmiDashboard.Core.Budgets;

/// <summary>
/// The chain of hashes: SHA-256 over every fact of an entry and the hash of the entry before (a linked timestamp: Haber
/// and Stornetta 1991, How to time-stamp a digital document). Who changes, removes or inserts one breaks it from there on.
/// </summary>
public static class LedgerChain
{
    /// <summary>What the first entry carries as the hash before it.</summary>
    public const string Beginning = "";

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string HashOf(LedgerEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(entry))));

    /// <summary>Null where the entry follows the one before (its id and hash; 0 and nothing for the first); else what is wrong.</summary>
    public static Refusal? Check(LedgerEntry entry, long previousId, string previousHash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Id != previousId + 1 ? new Refusal("Verify_LedgerGap", previousId, entry.Id)
            : entry.PreviousHash != previousHash ? new Refusal("Verify_LedgerLink", entry.Id)
            : entry.Hash != HashOf(entry) ? new Refusal("Verify_LedgerHash", entry.Id)
            : null;
    }

    /// <summary>One fact a line, texts with their length before them: no two entries have the same text.</summary>
    private static string TextOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new StringBuilder("ami-ledger-1\n");
        Add(entry.Id);
        Add(entry.Kind);
        Add(entry.Edition);
        Add(entry.Number);
        foreach (
            var part in (ReadOnlySpan<Money>)
                [entry.Envelope, entry.Fees, entry.Granted, entry.Committed, entry.Contracted, entry.Paid]
        )
        {
            Add(part.Cents);
        }

        Add(entry.AccountingDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(entry.RecordedAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        Add(entry.RecordedBy);
        Add(entry.RecordedById);
        Add(entry.Label);
        Add(entry.Reverses);
        Add(entry.PaymentId);
        Add(entry.DecisionId);
        Add(entry.Documents.Length);
        foreach (var document in entry.Documents)
        {
            Add(document.Name);
            Add(document.Mark);
        }

        Add(entry.PreviousHash);
        return text.ToString();

        void Add(object? fact)
        {
            var written = Convert.ToString(fact, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{written.Length}:{written}\n");
        }
    }
}
