using System.Globalization;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Exchange.Letters;
using AmiDashboard.Scores;
using AmiDashboard.Spreadsheets;

namespace AmiDashboard.Letters;

public sealed class ResultLettersTests
{
    private const string Edition = "Édition 1 (2018)";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public async Task A_laureate_reads_the_decision_its_reason_and_the_amount()
    {
        var letter = (await RowsAsync(Granted()))[0];

        Assert.Equal(1001, letter[0]);
        Assert.Equal("Direction fictive n° 1", letter[1]);
        Assert.Equal("Projet lauréat", letter[3]);
        Assert.Equal(new Money(250_000_00), letter[4]);
        Assert.Equal("Projet mûr, données prêtes et équipe engagée.", letter[5]);
        Assert.Equal(SampleSession.Held, letter[6]);
        Assert.Equal(
            "Appel à manifestation d’intérêt «\u00a0Intelligence artificielle\u00a0», Édition 1 (2018)\u00a0: votre projet est lauréat (dossier n°\u00a01001)",
            letter[7]
        );
        var body = (string)letter[8]!;
        Assert.StartsWith("Madame, Monsieur,\n\n", body, StringComparison.Ordinal);
        Assert.Contains("par décision du 21 novembre 2018", body, StringComparison.Ordinal);
        Assert.Contains("un montant maximal de 250\u202f000\u00a0€.", body, StringComparison.Ordinal);
        Assert.Contains("\n\nProjet mûr, données prêtes et équipe engagée.\n\n", body, StringComparison.Ordinal);
        Assert.EndsWith("considération distinguée.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_verdict_has_wording_and_lines_of_its_own()
    {
        var rows = await RowsAsync(Granted());

        Assert.Equal([1001, 1002, 1003, 1004, 1005, 1006], rows.Select(row => (int)row[0]!));
        Assert.Equal(
            ["Projet lauréat", "Liste de réserve", "Projet non retenu"],
            rows.Select(row => (string)row[3]!).Distinct()
        );
        Assert.All(rows.Skip(2), row => Assert.Null(row[4]));
        Assert.Contains("ne vaut pas attribution d’un financement", (string)rows[2][8]!, StringComparison.Ordinal);
        Assert.Contains("J’ai le regret de vous informer", (string)rows[4][8]!, StringComparison.Ordinal);
        Assert.All(rows.Skip(2), row => Assert.DoesNotContain("€", (string)row[8]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_score_no_rank_and_nobody_who_judged_is_named()
    {
        var session = Granted();
        var written = string.Join('\n', (await RowsAsync(session)).SelectMany(row => row));

        Assert.All(
            session.Members.Select(member => member.Name).Append(session.OpenedBy),
            name => Assert.DoesNotContain(name, written, StringComparison.Ordinal)
        );
        Assert.All(
            ["4,6", "4.6", "4,55", "3,5", "Bruno", "évaluateur", " rang"],
            told => Assert.DoesNotContain(told, written, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_amount_with_cents_is_written_to_the_cent_and_the_first_of_a_month_as_such()
    {
        var session = Granted(new DateOnly(2019, 3, 1));
        session.Decisions[0].Amount = new Money(123_456_78);
        var body = (string)(await RowsAsync(session))[0][8]!;

        Assert.Contains("123\u202f456,78\u00a0€", body, StringComparison.Ordinal);
        Assert.Contains("du 1er mars 2019", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_exist_in_English_too()
    {
        var letter = (await RowsAsync(Granted(), English))[0];

        Assert.Equal("Laureate project", letter[3]);
        Assert.Contains("decision of 21 November 2018", (string)letter[8]!, StringComparison.Ordinal);
        Assert.Contains("funding of up to €250,000.", (string)letter[8]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_the_basis_does_not_hold_is_called_by_its_number()
    {
        var session = SampleSession.Of(DecidingBody.Sgpi, applications: 0);
        session.Decisions.Add(
            new()
            {
                Edition = 1,
                Number = 77,
                Verdict = Verdict.NotSelected,
                Reason = "Hors champ.",
                RecordedAt = DateTime.UnixEpoch,
                RecordedBy = "",
            }
        );

        Assert.Equal("Dossier n°\u00a077", (await RowsAsync(session))[0][2]);
    }

    [Theory]
    [InlineData(DecidingBody.Jury, SessionState.Closed)]
    [InlineData(DecidingBody.Copil, SessionState.Closed)]
    [InlineData(DecidingBody.Sgpi, SessionState.Open)]
    [InlineData(DecidingBody.Sgpi, SessionState.Cancelled)]
    public void Only_a_signed_decision_of_SGPI_makes_letters(DecidingBody body, SessionState state)
    {
        var session = SampleSession.Of(body, state);
        var refusal = ResultLetters.Check(session);

        Assert.Equal("Refusal_LettersOfNoDecision", refusal?.Key);
        Assert.StartsWith("Les lettres", LetterTexts.Say(refusal!, French), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ResultLetters.Of(session, Edition, French));
        Assert.Null(ResultLetters.Check(Granted()));
    }

    [Fact]
    public async Task Hostile_text_is_only_text_in_the_merge_file()
    {
        var session = Granted();
        session.Decisions[0].Reason = "=HYPERLINK(\"http://example.invalid\";\"{0} {9}\")\u0000\n<b>";
        var sheet = ResultLetters.Of(session, Edition, French);
        var csv = Encoding.UTF8.GetString(await Sheets.CsvAsync(sheet));

        Assert.StartsWith("\ufeffN° de dossier;", csv, StringComparison.Ordinal);
        Assert.Contains(";\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', csv);
        Assert.NotEmpty(await Sheets.XlsxAsync(sheet));
    }

    private static Session Granted(DateOnly? held = null)
    {
        var session = SampleSession.Of(DecidingBody.Sgpi);
        if (held is not { } day)
        {
            return session;
        }

        var moved = new Session
        {
            Edition = session.Edition,
            Body = session.Body,
            State = session.State,
            HeldOn = day,
            Quorum = session.Quorum,
            OpenedAt = session.OpenedAt,
            OpenedBy = session.OpenedBy,
            Basis = session.Basis,
        };
        moved.Decisions.AddRange(session.Decisions);
        return moved;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(
        Session session,
        CultureInfo? culture = null
    ) => await ResultLetters.Of(session, Edition, culture ?? French).Rows.ToListAsync();
}
