using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using UglyToad.PdfPig;

namespace AmiDashboard.Documents;

public sealed class SessionMinutesTests
{
    private static readonly DateTime At = new(2018, 11, 6, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_session_gives_the_same_bytes() => Assert.Equal(Written(Session()), Written(Session()));

    [Fact]
    public void The_minutes_say_who_sat_what_was_decided_and_what_it_rested_on()
    {
        var text = TextOf(Written(Session()));

        Assert.Contains("Procès-verbal : Jury, 6 novembre 2018", text, StringComparison.Ordinal);
        Assert.Contains("Maud Cassagnol, DITP (présent)", text, StringComparison.Ordinal);
        Assert.Contains("Aurélien Pastourel (excusé)", text, StringComparison.Ordinal);
        Assert.Contains("Quorum atteint : 1 présents pour 1 requis.", text, StringComparison.Ordinal);
        Assert.Contains("Maud Cassagnol se déporte de la candidature 2", text, StringComparison.Ordinal);
        Assert.Contains("Lauréates : 1, pour 120 000 €", text, StringComparison.Ordinal);
        Assert.Contains("Projet 1", text, StringComparison.Ordinal);
        Assert.Contains("[1–3]", text, StringComparison.Ordinal);
        Assert.Contains("Motif de la candidature 2", text, StringComparison.Ordinal);
        Assert.Contains("60 % Bénéfices", text, StringComparison.Ordinal);
        Assert.Contains("abc123", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PROJET", text, StringComparison.Ordinal);
    }

    [Fact]
    public void English_minutes_are_in_English_throughout()
    {
        var text = TextOf(Written(Session(), "en-GB"));

        Assert.Contains("Minutes: Jury, 6 November 2018", text, StringComparison.Ordinal);
        Assert.Contains("Laureates: 1, for €120,000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lauréates", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionState.Open, "PROJET")]
    [InlineData(SessionState.Cancelled, "SÉANCE ANNULÉE")]
    public void What_is_not_signed_says_so_on_each_page(SessionState state, string mark)
    {
        using var pdf = PdfDocument.Open(Written(Session(state, applications: 40)));

        Assert.True(pdf.NumberOfPages > 1);
        Assert.All(pdf.GetPages(), page => Assert.Contains(mark, Line(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Many_decisions_go_on_over_pages_with_their_heads_and_none_is_lost()
    {
        using var pdf = PdfDocument.Open(Written(Session(applications: 60)));
        var pages = pdf.GetPages().Select(Line).ToList();

        Assert.True(pages.Count > 3);
        for (var page = 0; page < pages.Count; page++)
        {
            Assert.Contains($"page {page + 1} / {pages.Count}", pages[page], StringComparison.Ordinal);
        }

        var all = string.Join(' ', pages);
        Assert.All(
            Enumerable.Range(1, 60),
            number => Assert.Contains($"Motif de la candidature {number}.", all, StringComparison.Ordinal)
        );
        Assert.True(pages.Count(page => page.Contains("Moyenne", StringComparison.Ordinal)) > 2);
    }

    [Fact]
    public void Words_without_a_space_and_markup_are_only_text_and_nothing_of_them_is_cut()
    {
        var session = Session();
        session.Decisions[0].Reason = $"<script>alert(1)</script> {new string('§', 300)}";
        var text = TextOf(Written(session));

        Assert.Contains("<script>alert(1)</script>", text, StringComparison.Ordinal);
        Assert.Equal(300, text.Count(letter => letter == '§'));
    }

    private static byte[] Written(Session session, string culture = "fr-FR")
    {
        using var stream = new MemoryStream();
        SessionMinutes.Write(stream, session, "Édition 1 (2018)", CultureInfo.GetCultureInfo(culture));
        return stream.ToArray();
    }

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().Select(Line));
    }

    /// <summary>The words of a page, in the order they were written, with plain spaces.</summary>
    private static string Line(UglyToad.PdfPig.Content.Page page) =>
        string.Join(' ', page.GetWords().Select(word => word.Text)).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static Session Session(SessionState state = SessionState.Closed, int applications = 2)
    {
        var session = new Session
        {
            Edition = 1,
            Body = DecidingBody.Jury,
            State = state,
            HeldOn = new DateOnly(2018, 11, 6),
            Quorum = 1,
            OpenedAt = At,
            OpenedBy = "Claire Vasseur",
            EndedAt = state == SessionState.Open ? null : At.AddHours(5),
            EndedBy = state == SessionState.Open ? null : "Claire Vasseur",
            EndReason = state == SessionState.Cancelled ? "Quorum perdu" : null,
            Remarks = "Le jury a entendu chaque équipe.",
            Basis = new FrozenBasis(
                At,
                Scale.FiveByHalves,
                3,
                1,
                3,
                [
                    new FrozenCriterion(1, "Bénéfices", "Bénéfices", 60),
                    new FrozenCriterion(2, "Données", "Données", 40),
                ],
                [.. Enumerable.Range(1, applications).Select(Frozen)],
                new FrozenAgreement(.62, .83, .57),
                "abc123"
            ),
        };
        session.Members.Add(
            new SessionMember
            {
                Name = "Maud Cassagnol",
                Body = "DITP",
                IsPresent = true,
            }
        );
        session.Members.Add(new SessionMember { Name = "Aurélien Pastourel", IsPresent = false });
        session.Recusals.Add(
            new Recusal
            {
                Member = "Maud Cassagnol",
                Number = 2,
                Reason = "A conseillé le porteur.",
            }
        );
        session.Decisions.AddRange(
            Enumerable
                .Range(1, applications)
                .Select(number => new Decision
                {
                    Edition = 1,
                    Number = number,
                    Verdict = number == 1 ? Verdict.Laureate : Verdict.NotSelected,
                    Reason = $"Motif de la candidature {number}.",
                    Amount = number == 1 ? Money.FromEuros(120_000) : null,
                    RecordedAt = At,
                    RecordedBy = "Claire Vasseur",
                })
        );
        return session;
    }

    private static FrozenApplication Frozen(int number) =>
        new(
            number,
            $"Projet {number}",
            $"Organisme {number}",
            "Justice",
            null,
            Stage.UnderReview,
            4.2,
            4.1,
            number,
            number,
            number,
            number + 2,
            false,
            .3,
            ImmutableArray.Create<double?>(4.5, 3.5),
            []
        );
}
