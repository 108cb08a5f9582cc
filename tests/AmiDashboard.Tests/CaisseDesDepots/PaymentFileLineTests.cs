using AmiDashboard.Core;
using AmiDashboard.Exchange.CaisseDesDepots;
using AmiDashboard.Spreadsheets;
using Raw = AmiDashboard.Spreadsheets.SampleWorkbook.Raw;

namespace AmiDashboard.CaisseDesDepots;

/// <summary>What single values of a payment file are taken for, and what a line that cannot be read is told.</summary>
public sealed class PaymentFileLineTests
{
    [Theory]
    [InlineData("30000", 30_000_00)]
    [InlineData("30 000,5", 30_000_50)]
    [InlineData("30\u00a0000,05 €", 30_000_05)]
    [InlineData("30\u202f000\u00a0€", 30_000_00)]
    [InlineData("€ 1 234 567,89", 1_234_567_89)]
    [InlineData("1200.50", 1_200_50)]
    [InlineData("12,3 EUR", 12_30)]
    [InlineData("0,01", 1)]
    public async Task An_amount_is_read_to_the_cent(string written, long cents) =>
        Assert.Equal(
            new Money(cents),
            Assert
                .Single((await SamplePayments.OkAsync(SamplePayments.Of(SamplePayments.Line(amount: written)))).Lines)
                .Amount
        );

    [Theory]
    [InlineData(4, "", "PaymentFile_AmountMissing")]
    [InlineData(4, "-30 000,00", "PaymentFile_AmountNegative")]
    [InlineData(4, "\u2212 5", "PaymentFile_AmountNegative")]
    [InlineData(4, "30 000,00-", "PaymentFile_AmountNegative")]
    [InlineData(4, "(30 000,00 €)", "PaymentFile_AmountNegative")]
    [InlineData(4, "0,00", "PaymentFile_AmountZero")]
    [InlineData(4, "1.234", "PaymentFile_Amount")]
    [InlineData(4, "1.234,56", "PaymentFile_Amount")]
    [InlineData(4, "1,234", "PaymentFile_Amount")]
    [InlineData(4, "12 34", "PaymentFile_Amount")]
    [InlineData(4, "12²", "PaymentFile_Amount")]
    [InlineData(4, "30 k€", "PaymentFile_Amount")]
    [InlineData(4, "$30", "PaymentFile_Amount")]
    [InlineData(4, "1e5", "PaymentFile_Amount")]
    [InlineData(4, "9999999999999", "PaymentFile_Amount")]
    [InlineData(5, "", "PaymentFile_DateMissing")]
    [InlineData(5, "mars 2019", "PaymentFile_Date")]
    [InlineData(5, "30/02/2019", "PaymentFile_Date")]
    [InlineData(5, "03/15/2019", "PaymentFile_Date")]
    [InlineData(5, "01/03/19", "PaymentFile_Date")]
    [InlineData(5, "43525", "PaymentFile_Date")]
    [InlineData(5, "01/03/1919", "PaymentFile_DateRange")]
    [InlineData(0, "Projet A", "PaymentFile_Number")]
    [InlineData(0, "0", "PaymentFile_Number")]
    [InlineData(0, "99999999999", "PaymentFile_Number")]
    [InlineData(3, "", "PaymentFile_ReferenceMissing")]
    public async Task What_cannot_be_read_leaves_its_line_out_and_says_where(int column, string value, string reason)
    {
        var wrong = SamplePayments.Line();
        wrong[column] = value;

        var file = await SamplePayments.OkAsync(
            SamplePayments.Of(SamplePayments.Line(), wrong, SamplePayments.Line(reference: "VIR-3"))
        );

        Assert.Equal([2, 4], file.Lines.Select(line => line.Line));
        var problem = Assert.Single(file.Problems);
        Assert.Equal(
            new PaymentFileProblem(3, SamplePayments.Titles[column], value.Length == 0 ? null : value, reason),
            problem
        );
        Assert.DoesNotContain("{", PaymentFileTexts.Say(problem), StringComparison.Ordinal);
        Assert.NotEqual(reason, PaymentFileTexts.Say(problem));
    }

    [Theory]
    [InlineData("1/3/2019")]
    [InlineData("01/03/2019 00:00:00")]
    [InlineData("2019-03-01T00:00:00")]
    public async Task A_day_may_come_with_a_time_that_is_left_out(string written) =>
        Assert.Equal(
            new DateOnly(2019, 3, 1),
            Assert
                .Single((await SamplePayments.OkAsync(SamplePayments.Of(SamplePayments.Line(paidOn: written)))).Lines)
                .PaidOn
        );

    [Theory]
    [InlineData("N° 1001")]
    [InlineData("no 1 001")]
    [InlineData(" 01001 ")]
    public async Task A_number_may_be_written_as_people_write_it(string written) =>
        Assert.Equal(
            1001,
            Assert.Single((await SamplePayments.OkAsync(SamplePayments.Of(SamplePayments.Line(written)))).Lines).Number
        );

    [Fact]
    public async Task Every_wrong_cell_of_a_line_is_told()
    {
        var file = await SamplePayments.OkAsync(
            SamplePayments.Of(SamplePayments.Line("x", amount: "y", paidOn: "z", beneficiary: new string('é', 201)))
        );

        Assert.Equal(
            ["PaymentFile_Number", "PaymentFile_TooLong", "PaymentFile_Amount", "PaymentFile_Date"],
            file.Problems.Select(problem => problem.ReasonKey)
        );
        Assert.Equal((1, 4), (file.RefusedLines, file.ProblemCount));
    }

    [Fact]
    public async Task Titles_under_a_heading_with_more_commas_than_they_have_semicolons_are_found()
    {
        var file = await SamplePayments.OkAsync(
            $"sep=;\r\nCaisse, direction, service, bureau, lot, état, édition, du 1er mars\r\n\r\n{SamplePayments.Of(SamplePayments.Line())}"
        );

        Assert.Empty(file.Problems);
        Assert.Equal((1, 5), (file.LineCount, Assert.Single(file.Lines).Line));
    }

    [Fact]
    public async Task Words_that_a_spreadsheet_left_out_at_the_end_of_a_line_stop_no_payment()
    {
        var file = await SamplePayments.OkAsync(SamplePayments.Of(SamplePayments.Line()[..6], SamplePayments.Line()));

        Assert.Empty(file.Problems);
        Assert.Equal([null, "Avance"], file.Lines.Select(line => line.Label));
    }

    [Fact]
    public async Task A_payment_at_the_end_of_a_file_that_was_cut_is_left_out()
    {
        var whole = SamplePayments.Of(SamplePayments.Line(), SamplePayments.Line(reference: "VIR-2")[..6]);
        var file = await SamplePayments.OkAsync(whole[..^2]);

        Assert.Equal("VIR-2019-001", Assert.Single(file.Lines).Reference);
        Assert.Equal("PaymentFile_LineShort", Assert.Single(file.Problems).ReasonKey);
    }

    [Fact]
    public async Task A_line_cut_short_or_shifted_is_left_out()
    {
        string[] shifted = [.. SamplePayments.Line(), "de trop"];

        var file = await SamplePayments.OkAsync(SamplePayments.Of(shifted, SamplePayments.Line()[..3]));

        Assert.Empty(file.Lines);
        Assert.Equal(
            ["PaymentFile_LineLong", "PaymentFile_LineShort"],
            file.Problems.Select(problem => problem.ReasonKey)
        );
    }

    [Fact]
    public async Task A_line_of_totals_is_no_payment()
    {
        var file = await SamplePayments.OkAsync(
            SamplePayments.Of(SamplePayments.Line(), ["Total", "", "", "", "30 000,00", "", ""])
        );

        Assert.Single(file.Lines);
        Assert.Equal(1, file.RefusedLines);
    }

    [Fact]
    public async Task The_first_problems_are_listed_and_all_are_counted()
    {
        var file = await SamplePayments.OkAsync(
            SamplePayments.Of(Enumerable.Range(0, 2_000).Select(_ => SamplePayments.Line(amount: "?")))
        );

        Assert.Equal((500, 2_000), (file.Problems.Length, file.ProblemCount));
    }

    [Fact]
    public async Task A_workbook_gives_real_numbers_and_dates()
    {
        var file = await SamplePayments.OkAsync(
            SampleWorkbook.Of(
                (
                    "Lisez-moi",
                    [
                        ["Paiements du trimestre"],
                    ]
                ),
                (
                    "Paiements",
                    [
                        SamplePayments.Titles,
                        [1001, "Ministère fictif", "CONV-01", 2019000123, 30000.1, new DateTime(2019, 3, 1), null],
                        ["1002", "Ministère fictif", null, "VIR-2", "1 250,50", "04/03/2019", "x"],
                    ]
                )
            )
        );

        Assert.Empty(file.Problems);
        Assert.Equal(
            [
                (2, 1001, "2019000123", new Money(30_000_10), new DateOnly(2019, 3, 1)),
                (3, 1002, "VIR-2", new Money(1_250_50), new DateOnly(2019, 3, 4)),
            ],
            file.Lines.Select(line => (line.Line, line.Number!.Value, line.Reference, line.Amount, line.PaidOn))
        );
    }

    [Fact]
    public async Task A_formula_is_neither_run_nor_believed_but_for_words_that_decide_nothing()
    {
        var formula = new Raw("<c><f>SUM(A1:A9)</f><v>30000</v></c>");
        var file = await SamplePayments.OkAsync(
            SampleWorkbook.Of(
                (
                    "Paiements",
                    [
                        SamplePayments.Titles,
                        [1, "M", null, "VIR-1", formula, "01/03/2019", null],
                        [1, "M", null, "VIR-2", 5, "01/03/2019", formula],
                        [1, "M", null, "VIR-3", new Raw("<c t=\"e\"><v>#N/A</v></c>"), "01/03/2019", null],
                        [1, "M", null, "VIR-4", new DateTime(2019, 3, 1), "01/03/2019", null],
                    ]
                )
            )
        );

        Assert.Equal("VIR-2", Assert.Single(file.Lines).Reference);
        Assert.Equal(
            ["PaymentFile_Formula", "PaymentFile_CellError", "PaymentFile_Amount"],
            file.Problems.Select(problem => problem.ReasonKey)
        );
    }
}
