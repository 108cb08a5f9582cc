using System.Collections.Immutable;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.CaisseDesDepots;

/// <summary>What a column of a payment file says.</summary>
public enum PaymentPart
{
    Number,
    Beneficiary,
    Convention,
    Reference,
    Amount,
    PaidOn,
    Label,
}

/// <summary>
/// The columns of a payment file, found by name in any order. Names are compared without case, accents, plural,
/// punctuation, small words nor currency, and « N° », « Numéro » and « Réf. » are understood. Where several columns could
/// be the same part, the most precise name wins: « Référence » is the transfer's unless « Référence du virement » is there.
/// </summary>
internal sealed class PaymentColumns
{
    /// <summary>For each part its names, the most precise first; docs/payment-file.md lists them for people.</summary>
    public static readonly ImmutableArray<(PaymentPart Part, string[] Titles)> Names =
    [
        (PaymentPart.Number, ["N° dossier", "N° candidature", "N° projet", "Dossier", "Candidature", "Projet"]),
        (PaymentPart.Beneficiary, ["Bénéficiaire", "Nom du bénéficiaire", "Raison sociale", "Créancier", "Tiers"]),
        (PaymentPart.Convention, ["Référence convention", "N° convention", "Convention"]),
        (
            PaymentPart.Reference,
            [
                "Référence du virement",
                "N° de virement",
                "Référence du paiement",
                "N° de paiement",
                "Virement",
                "Référence",
            ]
        ),
        (
            PaymentPart.Amount,
            ["Montant payé", "Montant versé", "Montant du virement", "Montant du paiement", "Montant"]
        ),
        (
            PaymentPart.PaidOn,
            [
                "Date de paiement",
                "Date du virement",
                "Date de versement",
                "Date d’exécution",
                "Payé le",
                "Versé le",
                "Viré le",
                "Date",
            ]
        ),
        (PaymentPart.Label, ["Libellé", "Objet", "Motif"]),
    ];

    private static readonly HashSet<string> LittleWords = ["de", "du", "des", "d", "l", "en", "euro", "eur"];

    private static readonly Dictionary<string, (PaymentPart Part, int Rank)> ByName = Names
        .SelectMany(one => one.Titles.Select((title, rank) => (Name: Simplified(title), one.Part, Rank: rank)))
        .ToDictionary(one => one.Name, one => (one.Part, one.Rank), StringComparer.Ordinal);

    private readonly TableLine header;
    private readonly Dictionary<PaymentPart, int> indexes = [];

    /// <summary>Refuses (throws) a header in which two columns bear the name of the same part.</summary>
    public PaymentColumns(TableLine header)
    {
        this.header = header;
        var found = header
            .Cells.Select((cell, index) => (Index: index, Key: Known(cell)))
            .Where(one => one.Key is not null)
            .ToLookup(one => one.Key!.Value.Part, one => (one.Index, one.Key!.Value.Rank));
        foreach (var part in found)
        {
            var best = part.GroupBy(one => one.Rank).MinBy(rank => rank.Key)!.ToList();
            if (best.Count > 1)
            {
                throw new UnreadableFileException("PaymentFile_ColumnTwice", header[best[0].Index].Shown!.Trim());
            }

            indexes[part.Key] = best[0].Index;
        }
    }

    public ImmutableArray<PaymentColumn> Read =>
        [
            .. indexes
                .OrderBy(one => one.Value)
                .Select(one => new PaymentColumn(one.Key, header[one.Value].Shown!.Trim())),
        ];

    /// <summary>Titles that mean nothing here, as they are written.</summary>
    public ImmutableArray<string> Ignored =>
        [
            .. header
                .Cells.Where((cell, index) => cell.Shown is not null && !indexes.ContainsValue(index))
                .Select(cell => cell.Shown!.Trim()),
        ];

    /// <summary>
    /// What a payment file cannot do without, and this one lacks: an amount, a day, a reference, and something to tell
    /// which project is paid.
    /// </summary>
    public static IReadOnlyList<string> Missing(TableLine header)
    {
        var known = header.Cells.Select(Known).Where(key => key is not null).Select(key => key!.Value.Part).ToHashSet();
        var missing = Names
            .Where(one => one.Part is PaymentPart.Reference or PaymentPart.Amount or PaymentPart.PaidOn)
            .Where(one => !known.Contains(one.Part))
            .Select(one => one.Titles[0])
            .ToList();
        if (!known.Overlaps([PaymentPart.Number, PaymentPart.Beneficiary, PaymentPart.Convention]))
        {
            missing.Insert(0, Names[0].Titles[0]);
        }

        return missing;
    }

    /// <summary>Where the parts stand without which a line pays nothing.</summary>
    public IEnumerable<int> Needed =>
        indexes
            .Where(one => one.Key is PaymentPart.Reference or PaymentPart.Amount or PaymentPart.PaidOn)
            .Select(one => one.Value);

    public TableCell this[TableLine line, PaymentPart part] =>
        indexes.TryGetValue(part, out var index) ? line[index] : default;

    public string? TitleOf(PaymentPart part) =>
        indexes.TryGetValue(part, out var index) ? header[index].Shown?.Trim() : null;

    private static (PaymentPart Part, int Rank)? Known(TableCell title) =>
        ByName.TryGetValue(Simplified(title.Shown), out var key) ? key : null;

    private static string Simplified(string? title)
    {
        var words = new StringBuilder();
        foreach (var c in FoldedText.Fold(title))
        {
            words.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return string.Join(
            ' ',
            words
                .ToString()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !LittleWords.Contains(word))
                .Select(word =>
                    word switch
                    {
                        "no" or "num" or "numero" => "n",
                        "ref" => "reference",
                        { Length: > 3 } when word[^1] == 's' => word[..^1],
                        _ => word,
                    }
                )
        );
    }
}
