using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>
/// The minutes of a session as a PDF: who sat, what was decided of each application and why, and what it rested on. Pure:
/// the same session gives the same bytes. A session that is not signed says « projet » on each page.
/// </summary>
public static class SessionMinutes
{
    private const string Producer = "AmiDashboard";

    public static void Write(Stream stream, Session session, string edition, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var counted = new MemoryStream();
        var pages = Compose(counted, session, edition, culture, pages: 0);
        Compose(stream, session, edition, culture, pages);
    }

    /// <param name="pages">How many there are in all: known once they have been composed.</param>
    private static int Compose(Stream stream, Session session, string edition, CultureInfo culture, int pages)
    {
        var text = new DocumentText(culture);
        var title = text.Of("Title", text[$"Body_{session.Body}"], session.HeldOn.Written(culture));
        var signed = session.EndedAt ?? session.OpenedAt;
        var document = SKDocument.CreatePdf(
            stream,
            new SKDocumentPdfMetadata
            {
                Title = title,
                Author = Producer,
                Creator = Producer,
                Producer = Producer,
                Creation = signed,
                Modified = signed,
                RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
                EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            }
        );
        using var flow = new PageFlow(document, (canvas, page) => Foot(canvas, page, pages, session, text));
        Head(flow, session, edition, title, text, culture);
        Seats(flow, session, text);
        Decisions(flow, session, text, culture);
        Basis(flow, session, text, culture);
        Signatures(flow, session, text);
        flow.Close();
        return flow.Pages;
    }

    private static void Head(
        PageFlow flow,
        Session session,
        string edition,
        string title,
        DocumentText text,
        CultureInfo culture
    )
    {
        flow.Write(text["Programme"], 9, colour: Colours.Quiet);
        flow.Title(title, 18);
        flow.Write(text.Of("Edition", edition), 11);
        flow.Write(text[$"Act_{session.Body}"], 10, colour: Colours.Quiet);
        var state = session.State switch
        {
            SessionState.Open => text["State_Open"],
            SessionState.Cancelled => text.Of("State_Cancelled", session.EndedBy ?? "", session.EndReason ?? ""),
            _ => text.Of("State_Closed", session.EndedBy ?? "", Instant(session.EndedAt!.Value, culture)),
        };
        flow.Space(4);
        flow.Write(state, 10, isBold: session.State != SessionState.Closed);
    }

    private static void Seats(PageFlow flow, Session session, DocumentText text)
    {
        flow.Title(text["Members"], 13);
        foreach (var member in session.Members)
        {
            flow.Write(
                text.Of(
                    member.IsPresent ? "Member_Present" : "Member_Excused",
                    member.Body is { } body ? $"{member.Name}, {body}" : member.Name
                )
            );
        }

        var present = session.Members.Count(member => member.IsPresent);
        flow.Space(3);
        flow.Write(text.Of(present >= session.Quorum ? "Quorum_Reached" : "Quorum_Missing", present, session.Quorum));
        if (session.Recusals.Count > 0)
        {
            flow.Title(text["Recusals"], 13);
            foreach (var recusal in session.Recusals)
            {
                flow.Write(text.Of("Recusal", recusal.Member, recusal.Number, recusal.Reason));
            }
        }
    }

    private static void Decisions(PageFlow flow, Session session, DocumentText text, CultureInfo culture)
    {
        flow.Title(text["Decisions"], 13);
        if (session.Decisions.Count == 0)
        {
            flow.Write(text["Decisions_None"]);
        }

        var frozen = session.Basis.Applications.ToDictionary(application => application.Number);
        foreach (var group in session.Decisions.GroupBy(decision => decision.Verdict).OrderBy(group => group.Key))
        {
            var sum = new Money(group.Sum(decision => decision.Amount?.Cents ?? 0));
            flow.Title(
                text.Of(
                    group.Key == Verdict.Laureate ? "Group_Amount" : "Group",
                    text[$"Verdict_{group.Key}"],
                    group.Count(),
                    Euros(sum, culture)
                ),
                11
            );
            Head();
            foreach (var decision in group.OrderBy(one => Rank(one) ?? int.MaxValue).ThenBy(one => one.Number))
            {
                var application = frozen.GetValueOrDefault(decision.Number);
                var recused = session.Recusals.Where(recusal => recusal.Number == decision.Number).ToList();
                var reason =
                    recused.Count == 0
                        ? decision.Reason
                        : $"{decision.Reason}\n{text.Of("Recused", string.Join(", ", recused.Select(one => one.Member)))}";
                flow.Row(
                    [
                        new(Rank(decision)?.ToString(culture) ?? "–", 34, IsNumber: true),
                        new(
                            text.Of(
                                "Application",
                                decision.Number,
                                application?.Title ?? "–",
                                application?.Organisation ?? "–"
                            ),
                            176
                        ),
                        new(Mean(application, culture), 62, IsNumber: true),
                        new(decision.Amount is { } amount ? Euros(amount, culture) : "–", 70, IsNumber: true),
                        new(reason, flow.Inside - 342),
                    ],
                    again: Head,
                    isRuled: true
                );
            }
        }

        if (session.Remarks is { } remarks)
        {
            flow.Title(text["Remarks"], 13);
            flow.Write(remarks);
        }

        void Head() =>
            flow.Row(
                [
                    new(text["Column_Rank"], 34, true, true),
                    new(text["Column_Application"], 176, true),
                    new(text["Column_Mean"], 62, true, true),
                    new(text["Column_Amount"], 70, true, true),
                    new(text["Column_Reason"], flow.Inside - 342, true),
                ],
                8,
                isRuled: true
            );

        int? Rank(Decision decision) => frozen.GetValueOrDefault(decision.Number)?.AdjustedRank;
    }

    private static void Basis(PageFlow flow, Session session, DocumentText text, CultureInfo culture)
    {
        var basis = session.Basis;
        flow.Title(text["Basis"], 13);
        flow.Write(
            text.Of(
                "Basis_Frozen",
                Instant(basis.FrozenAt, culture),
                basis.Scale.Most.Written(culture),
                basis.Scale.Step.Written(culture),
                basis.Places,
                basis.LeastReviewers
            )
        );
        var weights = Math.Max(1, basis.Criteria.Sum(criterion => criterion.Weight));
        foreach (var criterion in basis.Criteria)
        {
            flow.Row([
                new(((double)criterion.Weight / weights).ToString("P0", culture), 40, true, true),
                new(criterion.Label, flow.Inside - 40),
            ]);
        }

        flow.Space(3);
        flow.Write(text.Of("Basis_Rules", basis.Shrinkage));
        if (basis.Agreement is { } agreement)
        {
            flow.Write(
                text.Of(
                    "Basis_Agreement",
                    Figure(agreement.Icc21, culture),
                    Figure(agreement.Icc2k, culture),
                    Figure(agreement.Alpha, culture)
                )
            );
        }

        flow.Write(text.Of("Basis_Fingerprint", basis.Fingerprint), 7.5f, colour: Colours.Quiet);
    }

    private static void Signatures(PageFlow flow, Session session, DocumentText text)
    {
        flow.Title(text["Signatures"], 13);
        foreach (var member in session.Members.Where(member => member.IsPresent))
        {
            flow.Space(14);
            flow.Row([new(member.Name, 220), new("", flow.Inside - 220)], isRuled: true);
        }
    }

    private static void Foot(SKCanvas canvas, int page, int pages, Session session, DocumentText text)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, bold: false, italic: false), 7.5f);
        using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(Colours.Quiet) };
        var line = PageFormat.A4.Height - 44;
        canvas.DrawText(text.Of("Page", page, pages), PageFormat.A4.Width - 54, line, SKTextAlign.Right, font, ink);
        var mark = session.State == SessionState.Closed ? "" : text[$"Mark_{session.State}"];
        canvas.DrawText($"{mark}{session.Basis.Fingerprint}", 54, line, SKTextAlign.Left, font, ink);
    }

    private static string Mean(FrozenApplication? application, CultureInfo culture) =>
        application?.AdjustedMean is not { } mean ? "–"
        : application is { BestRank: { } best, WorstRank: { } worst }
            ? $"{mean.ToString("0.00", culture)}\n[{best.ToString(culture)}–{worst.ToString(culture)}]"
        : mean.ToString("0.00", culture);

    private static string Figure(double? value, CultureInfo culture) => value?.ToString("0.00", culture) ?? "–";

    private static string Instant(DateTime utc, CultureInfo culture) => ParisTime.FromUtc(utc).ToString("f", culture);

    private static string Euros(Money money, CultureInfo culture) =>
        money.Cents % 100 == 0 ? money.Written(culture) : $"{money.Euros.ToString("N2", culture)}\u00A0€";
}
