using System.Globalization;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Exchange.CaisseDesDepots;
using AmiDashboard.House;
using AmiDashboard.Spreadsheets;
using CsCheck;

namespace AmiDashboard.CaisseDesDepots;

public sealed class PaymentFileTests
{
    private static readonly PaymentFileLine First = new(
        2,
        1001,
        "Ministère fictif",
        "CONV-01",
        "VIR-2019-001",
        new Money(30_000_00),
        new DateOnly(2019, 3, 1),
        "Avance"
    );

    [Fact]
    public async Task A_file_of_payments_is_read_whole()
    {
        var file = await SamplePayments.OkAsync(
            SamplePayments.Of(
                SamplePayments.Line(),
                SamplePayments.Line("", "VIR-2019-002", "1 250,5 €", "2019-03-04", "Hôpital ; public", "", "")
            )
        );

        Assert.Equal(
            [
                First,
                new PaymentFileLine(
                    3,
                    null,
                    "Hôpital ; public",
                    null,
                    "VIR-2019-002",
                    new Money(1_250_50),
                    new DateOnly(2019, 3, 4),
                    null
                ),
            ],
            file.Lines
        );
        Assert.Empty(file.Problems);
        Assert.Equal((2, 0, "paiements.csv"), (file.LineCount, file.RefusedLines, file.Name));
        Assert.Equal(Enum.GetValues<PaymentPart>().Order(), file.Columns.Select(column => column.Part).Order());
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public async Task Whatever_separates_its_cells(char separator) =>
        Assert.Equal(
            [First],
            (
                await SamplePayments.OkAsync(
                    SamplePayments.Csv(separator, [SamplePayments.Titles, SamplePayments.Line()])
                )
            ).Lines
        );

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    public async Task Whatever_the_spreadsheet_program_encoded_it_in(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. hasMark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes(SamplePayments.Of(SamplePayments.Line(beneficiary: "Œuvre d’État, à 5 €"))),
        ];

        var line = Assert.Single((await SamplePayments.OkAsync(new MemoryStream(bytes))).Lines);

        Assert.Equal(First with { Beneficiary = "Œuvre d’État, à 5 €" }, line);
    }

    [Fact]
    public async Task A_file_of_UTF8_with_one_broken_letter_is_not_taken_for_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(SamplePayments.Of(SamplePayments.Line())), 0xC3];

        Assert.Equal("Import_NotUtf8", (await SamplePayments.RefusedAsync(new MemoryStream(bytes))).Key);
    }

    [Fact]
    public async Task Every_documented_name_of_a_column_is_understood_in_whatever_case_accents_and_number()
    {
        foreach (var (part, titles) in PaymentColumns.Names)
        {
            foreach (var title in titles.SelectMany(Variants))
            {
                string[] header = [.. SamplePayments.Titles];
                header[Array.IndexOf(Columns, part)] = title;

                var file = await SamplePayments.OkAsync(SamplePayments.Csv(';', header, SamplePayments.Line()));

                Assert.Equal([First], file.Lines);
                Assert.Contains(new PaymentColumn(part, title.Trim()), file.Columns);
            }
        }

        static IEnumerable<string> Variants(string title) =>
            [title, $"  {title.ToUpperInvariant()} (€) ", Unaccented(title), Plural(title)];
    }

    [Fact]
    public void The_manual_lists_every_name_of_a_column()
    {
        var manual = Repository.Files.Single(file => file.Path == "docs/payment-file.md").Text;

        Assert.All(
            PaymentColumns.Names.SelectMany(one => one.Titles),
            title => Assert.Contains($"« {title} »", manual, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_most_precise_name_wins_and_the_other_column_is_left_alone()
    {
        var file = await SamplePayments.OkAsync(
            "Référence;Projet;Montant;Payé le;Référence du virement;Remarque\nABC;1001;5;01/03/2019;VIR-1;x\n"
        );

        Assert.Equal("VIR-1", Assert.Single(file.Lines).Reference);
        Assert.Equal(["Référence", "Remarque"], file.IgnoredColumns);
    }

    [Fact]
    public Task What_is_written_in_any_order_of_columns_is_read() =>
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 7).ToArray()), Drawn.Array[1, 12], Gen.Char[";,\t"])
            .SampleAsync(
                async (order, lines, separator) =>
                {
                    var written = lines.Select((line, i) => line with { Line = i + 2 }).ToArray();
                    string[][] rows = [SamplePayments.Titles, .. written.Select(Cells)];
                    var csv = SamplePayments.Csv(separator, rows.Select(row => order.Select(i => row[i]).ToArray()));

                    Assert.Equal(written, (await SamplePayments.OkAsync(csv)).Lines);
                }
            );

    private static readonly PaymentPart[] Columns =
    [
        PaymentPart.Number,
        PaymentPart.Beneficiary,
        PaymentPart.Convention,
        PaymentPart.Reference,
        PaymentPart.Amount,
        PaymentPart.PaidOn,
        PaymentPart.Label,
    ];

    private static readonly Gen<string> Word = Gen.Char["aé,;\"=-1"].Array[1, 8].Select(word => "x" + new string(word));

    private static readonly Gen<PaymentFileLine> Drawn =
        from number in Gen.Int[1, 99_999]
        from beneficiary in Word
        from reference in Word
        from cents in Gen.Long[1, 1_000_000_000_00]
        from day in Gen.Int[0, 5_000]
        select new PaymentFileLine(
            0,
            number,
            beneficiary,
            null,
            reference,
            new Money(cents),
            new DateOnly(2010, 1, 1).AddDays(day),
            null
        );

    private static string[] Cells(PaymentFileLine line)
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        return
        [
            $"{line.Number}",
            line.Beneficiary!,
            "",
            line.Reference,
            line.Amount.Euros.ToString("N2", french) + (line.Amount.Cents % 2 == 0 ? "\u00a0€" : ""),
            line.PaidOn.ToString(line.PaidOn.Day % 2 == 0 ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "",
        ];
    }

    private static string Plural(string title) =>
        string.Join(' ', title.Split(' ').Select(word => word.Length > 3 && word[^1] != 's' ? word + "s" : word));

    private static string Unaccented(string title) =>
        string.Concat(
            title
                .Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        );
}
