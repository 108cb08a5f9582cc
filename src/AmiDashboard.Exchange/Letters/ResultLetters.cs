using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Exchange.Letters;

/// <summary>
/// What SGPI decided, as a merge file: one line an application, with the subject and the text of its letter. Tells the
/// decision and its reason, and nothing of how it came about: no score, no rank, no reviewer.
/// </summary>
public static class ResultLetters
{
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n'];

    /// <summary>Null where there are letters to send: only SGPI's decision, and only once signed, is made known.</summary>
    public static Refusal? Check(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session is { Body: DecidingBody.Sgpi, State: SessionState.Closed }
            ? null
            : new Refusal("Refusal_LettersOfNoDecision");
    }

    /// <summary>Laureates first, then by number: the order of the ranking would tell it.</summary>
    /// <param name="session">One that <see cref="Check"/> lets pass; throws for another.</param>
    /// <param name="edition">The edition's name, as the letters quote it.</param>
    public static Sheet Of(Session session, string edition, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (Check(session) is { } refusal)
        {
            throw new ArgumentException(refusal.Key, nameof(session));
        }

        var text = new LetterTexts(culture);
        var applications = session.Basis.Applications.ToDictionary(application => application.Number);
        return new Sheet(
            text["Name"],
            [
                new(CellKind.WholeNumber, text["Column_Number"]),
                new(CellKind.Text, text["Column_Organisation"]),
                new(CellKind.Text, text["Column_Title"]),
                new(CellKind.Text, text["Column_Verdict"]),
                new(CellKind.Money, text["Column_Amount"]),
                new(CellKind.Text, text["Column_Reason"]),
                new(CellKind.Date, text["Column_Date"]),
                new(CellKind.Text, text["Column_Subject"]),
                new(CellKind.Text, text["Column_Body"], Width: 100),
            ],
            session
                .Decisions.OrderBy(decision => decision.Verdict)
                .ThenBy(decision => decision.Number)
                .Select(decision => Row(decision, applications.GetValueOrDefault(decision.Number)))
        );

        IReadOnlyList<object?> Row(Decision decision, FrozenApplication? application)
        {
            var title = Line(application?.Title) ?? text.Of("Untitled", decision.Number);
            var reason = PlainText.Of(decision.Reason)?.Trim() ?? "";
            return
            [
                decision.Number,
                Line(application?.Organisation),
                title,
                text.Verdict(decision.Verdict),
                decision.Amount,
                reason,
                session.HeldOn,
                text.Of($"Subject_{decision.Verdict}", edition, decision.Number),
                text.Of(
                    $"Body_{decision.Verdict}",
                    edition,
                    decision.Number,
                    title,
                    text.Day(session.HeldOn),
                    reason,
                    AmountOf(decision)
                ),
            ];
        }

        string AmountOf(Decision decision) =>
            decision.Verdict != Verdict.Laureate ? ""
            : decision.Amount is { } amount ? text.Amount(amount)
            : throw new ArgumentException($"Laureate {decision.Number} has no amount.", nameof(session));
    }

    /// <summary>One line, for a subject or a sentence breaks at none; null where nothing is left.</summary>
    private static string? Line(string? text) =>
        PlainText.Of(text)?.Split(Breaks, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            ? string.Join(' ', words)
            : null;
}
