using System.Globalization;
using System.Resources;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Exchange.Sgpi;

/// <summary>
/// The table that SGPI's secretariat asks of each operator, one row a project, ready to be written: its columns are theirs,
/// in their order, in the language of the current UI culture.
/// </summary>
public static class SgpiSheet
{
    private const int GrantedColumn = 6;
    private const int PaidColumn = 10;

    private static readonly ResourceManager Texts = new(typeof(SgpiSheet));

    /// <summary>A sheet with totals; the total of the shares is what is paid over what is granted, not a sum.</summary>
    /// <param name="on">Paris day of the table; its year is « this year ».</param>
    public static Sheet Of(IEnumerable<SgpiRow> rows, DateOnly on, Period period)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(period);
        return new Sheet(
            Text("Sgpi_Sheet", on),
            [
                new(CellKind.Text, Text("Sgpi_Action")),
                new(CellKind.WholeNumber, Text("Sgpi_Number")),
                new(CellKind.Text, Text("Sgpi_Title"), Width: 40),
                new(CellKind.Text, Text("Sgpi_Beneficiary"), Width: 32),
                new(CellKind.Text, Text("Sgpi_Ministry"), Width: 32),
                Money(Text("Sgpi_Requested")),
                Money(Text("Sgpi_Granted")),
                new(CellKind.Date, Text("Sgpi_GrantedOn")),
                Money(Text("Sgpi_Contracted")),
                new(CellKind.Date, Text("Sgpi_ContractedOn")),
                Money(Text("Sgpi_PaidToDate", on)),
                Money(Text("Sgpi_PaidInPeriod", period.From, period.To)),
                Money(Text("Sgpi_Planned", on.Year)),
                Money(Text("Sgpi_Planned", on.Year + 1)),
                Money(Text("Sgpi_Remaining")),
                Money(Text("Sgpi_CoFinancing")),
                new(CellKind.Percent, Text("Sgpi_Share"), TotalRatio: new TotalRatio(PaidColumn, GrantedColumn)),
                new(CellKind.Text, Text("Sgpi_Weather"), Width: 14),
                new(CellKind.Text, Text("Sgpi_Comment"), Width: 60),
            ],
            rows.Select(CellsOf)
        )
        {
            TotalTitle = Text("Sgpi_Total"),
        };
    }

    private static Column Money(string title) => new(CellKind.Money, title, Width: 18, IsSummed: true);

    private static IReadOnlyList<object?> CellsOf(SgpiRow row) =>
        [
            row.Action,
            row.Number,
            row.Project,
            row.Beneficiary,
            row.Ministry,
            row.Requested,
            row.Granted,
            row.GrantedOn,
            row.Contracted,
            row.ContractedOn,
            row.Paid,
            row.PaidInPeriod,
            row.PlannedThisYear,
            row.PlannedNextYear,
            row.Remaining,
            row.CoFinancing,
            row.PaidOfGranted,
            row.Weather,
            row.Comment,
        ];

    private static string Text(string key, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, arguments);
}
