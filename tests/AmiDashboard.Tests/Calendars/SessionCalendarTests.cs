using System.Globalization;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Exchange.Calendars;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Calendars;

public sealed class SessionCalendarTests
{
    private static readonly DateTime Recorded = new(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc);

    [Theory]
    // Winter, the Sunday on which summer begins, summer, the Sunday on which it ends.
    [InlineData("2026-01-15 14:00", "20260115T130000Z")]
    [InlineData("2026-03-29 10:00", "20260329T080000Z")]
    [InlineData("2026-03-28 10:00", "20260328T090000Z")]
    [InlineData("2026-07-15 14:00", "20260715T120000Z")]
    [InlineData("2026-10-25 10:00", "20261025T090000Z")]
    public void A_session_begins_when_Paris_says(string paris, string written)
    {
        var begins = ParisTime.ToUtc(DateTime.Parse(paris, CultureInfo.InvariantCulture));

        var lines = Lines(Session(startsAt: begins));

        Assert.Contains($"DTSTART:{written}", lines);
        var end = begins.AddMinutes(90).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Assert.Contains($"DTEND:{end}", lines);
    }

    [Fact]
    public void The_text_is_what_calendar_programs_expect() =>
        Assert.Equal(
            [
                "BEGIN:VCALENDAR",
                "METHOD:PUBLISH",
                "PRODID:-//AmiDashboard//Support sessions//FR",
                "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
                "VERSION:2.0",
                "X-PUBLISHED-TTL:PT4H",
                "X-WR-CALNAME:Séances d’accompagnement – AmiDashboard",
                "BEGIN:VEVENT",
                "DESCRIPTION:Sujet : Données\\nAccompagnement : Mathilde Aubrac (DITP)\\nProjet 200040",
                "DTEND:20261109T103000Z",
                "DTSTAMP:20261001T083000Z",
                "DTSTART:20261109T090000Z",
                "LAST-MODIFIED:20261001T083000Z",
                "LOCATION:Visioconférence",
                "SEQUENCE:3",
                "STATUS:CONFIRMED",
                "SUMMARY:Séance technique – Titres de séjour",
                "TRANSP:OPAQUE",
                "UID:session-7@amidashboard",
                "END:VEVENT",
                "END:VCALENDAR",
            ],
            Lines(Session())
        );

    [Fact]
    public void A_session_called_off_stays_under_its_name_and_says_why()
    {
        var read = Read(Session(step: SessionStep.Cancelled, reason: "Équipe indisponible"));

        Assert.Equal("session-7@amidashboard", read.Uid);
        Assert.Equal("CANCELLED", read.Status);
        Assert.Equal("TRANSPARENT", read.Transparency);
        Assert.StartsWith("Annulée : ", read.Summary, StringComparison.Ordinal);
        Assert.Contains("Motif : Équipe indisponible", read.Description, StringComparison.Ordinal);
        Assert.Null(read.Organizer);
    }

    [Fact]
    public void Hostile_and_long_texts_come_back_as_they_went_and_no_line_is_too_long()
    {
        const string project = "A;B,C\\D\r\nEND:VEVENT\r\nBEGIN:VALARM \"x\" <b>é</b> 🧪";
        var session = Session(project: project, topic: string.Concat(Enumerable.Repeat("très long, ", 60)));

        var text = Text(session);

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var read = Read(session);
        Assert.Equal($"Séance technique – {project}".ReplaceLineEndings("\n"), read.Summary!.ReplaceLineEndings("\n"));
        Assert.Contains("très long, très long, ", read.Description, StringComparison.Ordinal);
        Assert.Empty(read.Alarms);
    }

    [Fact]
    public void The_same_sessions_give_the_same_text_and_none_gives_an_empty_calendar()
    {
        Assert.Equal(Text(Session()), Text(Session()));
        Assert.Empty(Ical.Net.Calendar.Load(SessionCalendar.Of([], CultureInfo.GetCultureInfo("fr-FR")))!.Events);
    }

    [Fact]
    public void An_English_calendar_is_in_English() =>
        Assert.Contains(
            "SUMMARY:Technical session – Titres de séjour",
            SessionCalendar.Of([Session()], CultureInfo.GetCultureInfo("en-GB")),
            StringComparison.Ordinal
        );

    private static string Text(CalendarSession session) =>
        SessionCalendar.Of([session], CultureInfo.GetCultureInfo("fr-FR"));

    /// <summary>Unfolded.</summary>
    private static string[] Lines(CalendarSession session) =>
        Text(session).Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n");

    private static Ical.Net.CalendarComponents.CalendarEvent Read(CalendarSession session) =>
        Assert.Single(Ical.Net.Calendar.Load(Text(session))!.Events);

    private static CalendarSession Session(
        DateTime? startsAt = null,
        SessionStep step = SessionStep.Planned,
        string? reason = null,
        string project = "Titres de séjour",
        string topic = "Données"
    ) =>
        new(
            7,
            200040,
            project,
            SupportTrack.Technical,
            3,
            new SupportSessionStep
            {
                Step = step,
                StartsAt = startsAt ?? new DateTime(2026, 11, 9, 9, 0, 0, DateTimeKind.Utc),
                Minutes = 90,
                Coach = "Mathilde Aubrac (DITP)",
                Topic = topic,
                Place = "Visioconférence",
                Reason = reason,
                RecordedAt = Recorded,
                RecordedBy = "Mathilde Aubrac (DITP)",
            }
        );
}
