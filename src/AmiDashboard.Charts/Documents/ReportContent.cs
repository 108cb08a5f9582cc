using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmiDashboard.Charts.Documents;

/// <summary>What a committee's report is made of: everything it prints, already in words of its language.</summary>
/// <param name="Day">Paris day whose end it speaks of.</param>
/// <param name="Filters">What it is narrowed to, in words; empty for the whole programme.</param>
/// <param name="CommitteeOn">The committee that changes are counted from; null where none sat.</param>
/// <param name="LedgerHead">Hash of the last entry of the ledger that was known; null where there is none, or it is not seen.</param>
public sealed record ReportContent(
    string Title,
    string Lead,
    DateOnly Day,
    ImmutableArray<string> Filters,
    DateOnly? CommitteeOn,
    ImmutableArray<ReportFigure> Figures,
    ImmutableArray<ReportAlert> Alerts,
    ImmutableArray<ChartSketch> Charts,
    ImmutableArray<ReportDefinition> Definitions,
    string? LedgerHead
)
{
    /// <summary>SHA-256 of every figure, alert and table that is printed: two reports of the same data carry the same.</summary>
    public string DataHash()
    {
        var text = new StringBuilder().Append(Title).Append(Day.ToString("O", CultureInfo.InvariantCulture));
        Append([.. Filters, LedgerHead]);
        foreach (var figure in Figures)
        {
            Append([figure.Name, figure.Value, figure.SinceCommittee, figure.SinceWeek]);
        }

        foreach (var alert in Alerts)
        {
            Append([alert.Name, alert.Count, .. alert.Projects]);
        }

        foreach (var chart in Charts)
        {
            Append([chart.Title, chart.Takeaway]);
            foreach (var row in chart.Table.Rows)
            {
                Append(
                    row.Cells.Select(
                        (cell, at) =>
                            (string?)CellText.Of(cell, chart.Table.Columns[at].Kind, CultureInfo.InvariantCulture)
                    )
                );
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Append(IEnumerable<string?> parts) => text.Append('\n').AppendJoin('\u001f', parts);
    }
}

/// <param name="SinceCommittee">Signed change; null where it is not known, empty for none.</param>
public sealed record ReportFigure(string Name, string Value, string? SinceCommittee, string? SinceWeek);

/// <param name="Projects">Each with its number and title.</param>
public sealed record ReportAlert(string Name, string Count, ImmutableArray<string> Projects);

public sealed record ReportDefinition(string Name, string Definition, string Formula, string Source);

/// <summary>The shapes that a report comes in.</summary>
public enum ReportShape
{
    /// <summary>A4, with every table.</summary>
    Pages,

    /// <summary>16 to 9: one thing a slide, tables left to the pages.</summary>
    Slides,
}
