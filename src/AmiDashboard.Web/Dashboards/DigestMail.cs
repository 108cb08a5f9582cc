using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Mail;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Dashboards;

/// <summary>A digest as a mail: plain text, and the same in simple HTML that a screen reader goes through by headings.</summary>
public sealed class DigestMail(IStringLocalizer<DigestTexts> texts, HtmlEncoder encoder)
{
    /// <param name="id">See <see cref="OutgoingMail"/>.</param>
    public OutgoingMail Of(Digest digest, Viewer to, string? address, string id)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(to);
        var own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(digest.Language);
            return new(to.Name, address, digest.Subject, Plain(digest), Html(digest), digest.Language, digest.Page, id);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = own;
        }
    }

    private string Plain(Digest digest)
    {
        var text = new StringBuilder();
        text.Append(digest.Title).Append('\n').Append(digest.Situation).Append("\n\n");
        if (!digest.Thresholds.IsEmpty)
        {
            Heading(texts["Thresholds"]);
            foreach (var threshold in digest.Thresholds)
            {
                Line($"- {threshold.Sentence}{(threshold.IsNew ? $" ({texts["New"].Value})" : null)}");
            }

            Line("");
        }

        if (!digest.Figures.IsEmpty)
        {
            Heading($"{texts["Figures"].Value} ({digest.SinceWords})");
            foreach (var figure in digest.Figures)
            {
                Line($"- {figure.Label}{texts["Colon"].Value}{figure.Value}{Change(figure.Change)}");
            }

            Line("");
        }

        if (digest.Awaiting is { } awaiting)
        {
            Heading(texts["Alerts"]);
            Line(digest.Alerts.IsEmpty ? texts["NoAlert"].Value : null);
            foreach (var alert in digest.Alerts)
            {
                Line($"- {alert.Label}{texts["Colon"].Value}{alert.Value}{Change(alert.Change)}");
                foreach (var project in alert.Projects)
                {
                    Line($"    {project}");
                }
            }

            Line("");
            Heading(texts["Awaiting"]);
            Line(awaiting.IsEmpty ? texts["NothingAwaits"].Value : null);
            foreach (var work in awaiting)
            {
                Line($"- {Words(work)}");
                Line($"    {work.Address.AbsoluteUri}");
            }

            Line("");
        }

        Line($"{texts["Open"].Value}{texts["Colon"].Value}{digest.Address.AbsoluteUri}");
        Line("");
        Line("-- ");
        Line($"{texts["Why"].Value} {digest.Page.AbsoluteUri}");
        return text.ToString();

        void Heading(string words) =>
            text.Append(words).Append('\n').Append('-', Math.Min(words.Length, 72)).Append('\n');

        void Line(string? words)
        {
            if (words is not null)
            {
                text.Append(words).Append('\n');
            }
        }
    }

    private string Html(Digest digest)
    {
        var html = new StringBuilder();
        html.Append(
                CultureInfo.InvariantCulture,
                $"<!DOCTYPE html>\n<html lang=\"{digest.Language}\"><head><meta charset=\"utf-8\">"
            )
            .Append("<meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>")
            .Append(Safe(digest.Subject))
            .Append("</title></head>\n")
            .Append("<body style=\"margin:0;padding:16px;background:#ffffff;color:#161616;")
            .Append("font:16px/1.5 Arial,sans-serif\"><div style=\"max-width:640px\">\n");
        Element("h1", digest.Title, "font-size:22px;margin:0 0 4px");
        Element("p", digest.Situation, "margin:0 0 16px");
        if (!digest.Thresholds.IsEmpty)
        {
            Element("h2", texts["Thresholds"], Second);
            List(
                digest.Thresholds.Select(one =>
                    Safe(one.Sentence) + (one.IsNew ? $" <strong>({Safe(texts["New"])})</strong>" : "")
                )
            );
        }

        if (!digest.Figures.IsEmpty)
        {
            Element("h2", texts["Figures"], Second);
            Table(digest);
        }

        if (digest.Awaiting is { } awaiting)
        {
            Element("h2", texts["Alerts"], Second);
            if (digest.Alerts.IsEmpty)
            {
                Element("p", texts["NoAlert"]);
            }

            List(
                digest.Alerts.Select(alert =>
                    Safe($"{alert.Label}{texts["Colon"].Value}{alert.Value}{Change(alert.Change)}")
                    + Inner(alert.Projects)
                )
            );
            Element("h2", texts["Awaiting"], Second);
            if (awaiting.IsEmpty)
            {
                Element("p", texts["NothingAwaits"]);
            }

            List(
                awaiting.Select(work =>
                    $"<a href=\"{Safe(work.Address.AbsoluteUri)}\" style=\"{LinkStyle}\">{Safe(Words(work))}</a>"
                )
            );
        }

        html.Append("<p style=\"margin:24px 0\">")
            .Append(Anchor(digest.Address, texts["Open"]))
            .Append("</p>\n")
            .Append("<hr style=\"border:0;border-top:1px solid #767676\">\n<p style=\"font-size:14px\">")
            .Append(Safe(texts["Why"]))
            .Append(' ')
            .Append(Anchor(digest.Page, texts["Stop"]))
            .Append("</p>\n</div></body></html>\n");
        return html.ToString();

        void Element(string name, string words, string? style = null) =>
            html.Append('<')
                .Append(name)
                .Append(style is null ? null : $" style=\"{style}\"")
                .Append('>')
                .Append(Safe(words))
                .Append("</")
                .Append(name)
                .Append(">\n");

        void List(IEnumerable<string> items)
        {
            var list = items.ToList();
            if (list.Count > 0)
            {
                html.Append("<ul>\n").AppendJoin('\n', list.Select(item => $"<li>{item}</li>")).Append("\n</ul>\n");
            }
        }

        void Table(Digest of)
        {
            html.Append("<table style=\"border-collapse:collapse;width:100%\">\n<caption style=\"text-align:left\">")
                .Append(Safe(of.SinceWords))
                .Append("</caption>\n<thead><tr>");
            foreach (var column in (string[])[texts["Column_Figure"], texts["Column_Value"], texts["Column_Change"]])
            {
                html.Append("<th scope=\"col\" style=\"")
                    .Append(Cell)
                    .Append("\">")
                    .Append(Safe(column))
                    .Append("</th>");
            }

            html.Append("</tr></thead>\n<tbody>\n");
            foreach (var figure in of.Figures)
            {
                html.Append("<tr><th scope=\"row\" style=\"")
                    .Append(Cell)
                    .Append(";font-weight:normal\">")
                    .Append(Safe(figure.Label))
                    .Append("</th><td style=\"")
                    .Append(Cell)
                    .Append("\"><strong>")
                    .Append(Safe(figure.Value))
                    .Append("</strong></td><td style=\"")
                    .Append(Cell)
                    .Append("\">")
                    .Append(Safe(figure.Change ?? "–"))
                    .Append("</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }
    }

    private const string Second = "font-size:18px;margin:24px 0 8px";
    private const string Cell = "text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid #dddddd";
    private const string LinkStyle = "color:#000091";

    private string Anchor(Uri address, string words) =>
        $"<a href=\"{Safe(address.AbsoluteUri)}\" style=\"{LinkStyle}\">{Safe(words)}</a>";

    private string Inner(IReadOnlyCollection<string> projects) =>
        projects.Count == 0 ? "" : $"<ul>{string.Concat(projects.Select(project => $"<li>{Safe(project)}</li>"))}</ul>";

    private static string Words(DigestWork work) =>
        string.Join(", ", ((string?[])[work.Text, work.Of, work.When]).OfType<string>());

    private static string? Change(string? change) => change is null ? null : $" ({change})";

    private string Safe(string text) => encoder.Encode(text);
}
