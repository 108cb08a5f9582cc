using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;
using MiniExcelLibs;

namespace AmiDashboard.Spreadsheets;

/// <summary>Lines under a table that are none of its rows.</summary>
public sealed class SheetFootTests
{
    private static readonly Sheet Sheet = new("T", Sheets.EveryKind, [Sheets.Row])
    {
        TotalTitle = "Total",
        Foot =
        [
            [],
            ["Note", "Jour", "Texte"],
            [1, new DateOnly(2018, 9, 3), "=1+1"],
        ],
    };

    [Fact]
    public async Task A_foot_follows_a_csv_table_as_wide_as_it_is_and_is_defused()
    {
        var lines = Encoding.UTF8.GetString(await Sheets.CsvAsync(Sheet)).TrimEnd().Split("\r\n");

        Assert.Equal([";;;;;", "Note;Jour;Texte;;;", "1;03/09/2018;'=1+1;;;"], lines[2..]);
    }

    [Fact]
    public async Task A_foot_follows_the_totals_of_an_xlsx_with_real_numbers_and_days_and_is_in_no_sum()
    {
        var xlsx = await Sheets.XlsxAsync(Sheet);
        var rows = MiniExcel.Query(new MemoryStream(xlsx)).Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(6, rows.Count);
        Assert.Equal(("Total", 12d, 120_000.05d), (rows[2]["A"], rows[2]["B"], rows[2]["D"]));
        Assert.All(rows[3].Values, Assert.Null);
        Assert.Equal(["Note", "Jour", "Texte"], rows[4].Values.Take(3));
        Assert.Equal([1d, new DateTime(2018, 9, 3), "=1+1"], rows[5].Values.Take(3));
    }

    [Fact]
    public async Task A_foot_that_is_wider_than_the_table_or_holds_what_no_foot_holds_is_a_mistake_of_the_caller()
    {
        foreach (var line in new object?[][] { new object?[7], [Money.Zero] })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Sheets.CsvAsync(Sheet with { Foot = [line] }));
            await Assert.ThrowsAsync<ArgumentException>(() => Sheets.XlsxAsync(Sheet with { Foot = [line] }));
        }
    }
}
