using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Prototypes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace AmiDashboard.Exchange.Calendars;

/// <summary>
/// Support sessions as an iCalendar file (RFC 5545), which calendar programs subscribe to. Instants are in UTC, so that no
/// program has to know the rules of Paris; nobody is an organizer, since an e-mail would be needed. Pure: the same sessions
/// give the same text.
/// </summary>
public static class SessionCalendar
{
    private const string Product = "-//AmiDashboard//Support sessions//FR";

    public static string Of(IEnumerable<CalendarSession> sessions, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var text = new CalendarTexts(culture);
        var calendar = new Ical.Net.Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", text["Name"]);
        // How often a subscriber looks again: programs know one name or the other.
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT4H");
        foreach (var session in sessions)
        {
            calendar.Events.Add(EventOf(session, text));
        }

        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("The calendar was not written.");
    }

    private static CalendarEvent EventOf(CalendarSession session, CalendarTexts text)
    {
        var last = session.Last;
        var isCancelled = last.Step == SessionStep.Cancelled;
        var summary = text.Of(
            isCancelled ? "Summary_Cancelled" : "Summary",
            text[$"Track_{session.Track}"],
            session.Project
        );
        string?[] description =
        [
            text.Of("Description", last.Topic),
            text.Of("Coach", last.Coach),
            text.Of("Number", session.Number),
            isCancelled && last.Reason is { } reason ? text.Of("Reason", reason) : null,
        ];
        return new CalendarEvent
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"session-{session.Id}@amidashboard"),
            Sequence = session.Sequence,
            DtStamp = Instant(last.RecordedAt),
            LastModified = Instant(last.RecordedAt),
            DtStart = Instant(last.StartsAt),
            DtEnd = Instant(last.StartsAt.AddMinutes(last.Minutes)),
            Summary = PlainText.Of(summary),
            Description = PlainText.Of(string.Join('\n', description.Where(line => line is not null))),
            Location = PlainText.Of(last.Place),
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparency = isCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
        };
    }

    private static CalDateTime Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
