using System.Globalization;
using System.Xml.Linq;
using AmiDashboard.Applications.Figures;

namespace AmiDashboard.Charts;

public sealed class SvgTextTests
{
    private const string Skia = """
        <?xml version="1.0"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
        <clipPath id="cl_3f"><rect width="5" height="5"/></clipPath>
        <g clip-path="url(#cl_3f)"><text x="1, 2, " y="3, " font-family="Noto Sans">id="cl_3f" x="4, " &lt;b&gt;</text></g>
        </svg>
        """;

    [Fact]
    public void A_text_stands_where_its_first_letter_does()
    {
        var svg = Fit(Skia.Replace("x=\"1, 2, \"", "x=\"1.23456, 2, \"", StringComparison.Ordinal));

        Assert.Contains(
            "<text x=\"1.23\" y=\"3\" font-family=\"Noto Sans, sans-serif\">",
            svg,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Marks_that_are_cut_alike_and_follow_each_other_are_one_group()
    {
        const string Cut = """
            <clipPath id="cl_1"><rect width="5" height="5"/></clipPath><g clip-path="url(#cl_1)"><path d="M0 0L1 1"/></g>
            <clipPath id="cl_2"><rect width="5" height="5"/></clipPath><g clip-path="url(#cl_2)"><path d="M1 1L2 2"/></g>
            <clipPath id="cl_3"><rect width="6" height="5"/></clipPath><g clip-path="url(#cl_3)"><path d="M2 2L3 3"/></g>
            <path d="M3 3L4 4"/>
            <clipPath id="cl_4"><rect width="5" height="5"/></clipPath><g clip-path="url(#cl_4)"><path d="M4 4L5 5"/></g>
            """;

        var svg = new DrawnSvg(Fit($"<svg xmlns=\"http://www.w3.org/2000/svg\">{Cut}</svg>"));

        Assert.Equal(
            ["M0 0L1 1 M1 1L2 2", "M2 2L3 3", "M3 3L4 4", "M4 4L5 5"],
            svg.Root.Elements()
                .Where(one => one.Name.LocalName is "g" or "path")
                .Select(one => string.Join(' ', one.DescendantsAndSelf().Attributes("d").Select(path => path.Value)))
        );
        Assert.Equal(2, svg.Ids.Count());
        Assert.Equal([svg.Ids.First(), svg.Ids.Last(), svg.Ids.First()], svg.References);
    }

    [Fact]
    public void A_text_loses_its_lines_and_keeps_its_spaces_that_do_not_break() =>
        Assert.Contains(
            ">\u00A015 jours\u00A0</text>",
            Fit("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\n\t\u00A015 jours\u00A0\n</text></svg>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_XML_cannot_hold_is_left_out_of_a_text() =>
        Assert.Contains(
            "<text>ab</text>",
            Fit("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a&#x1;b</text></svg>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_line_of_no_length_is_left_out_unless_its_ends_are_round() =>
        Assert.Equal(
            ["M1 2L1 3", "M4 5L4 5"],
            new DrawnSvg(
                Fit(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M1 2L1 2\"/><path d=\"M1 2L1 3\"/><path stroke-linecap=\"round\" d=\"M4 5L4 5\"/></svg>"
                )
            )
                .All.Attributes("d")
                .Select(path => path.Value)
        );

    [Fact]
    public void What_SVG_takes_where_nothing_is_said_is_not_said() =>
        Assert.Contains(
            "<path stroke-width=\"2\" d=\"M0 0\" /><path />",
            Fit(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><path stroke-width=\"2\" stroke-miterlimit=\"4\" d=\"M0 0\"/><path stroke-width=\"1\"/></svg>"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Words_of_a_text_are_left_as_they_are() =>
        Assert.Contains(">id=\"cl_3f\" x=\"4, \" &lt;b&gt;</text>", Fit(Skia), StringComparison.Ordinal);

    [Fact]
    public void The_same_drawing_is_the_same_bytes_whatever_Skia_counted() =>
        Assert.Equal(
            Fit(Skia),
            Fit(
                Skia.Replace("cl_3f\"><", "cl_51\"><", StringComparison.Ordinal)
                    .Replace("#cl_3f", "#cl_51", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Two_different_drawings_share_no_id()
    {
        var other = new DrawnSvg(Fit(Skia.Replace("width=\"5\"", "width=\"6\"", StringComparison.Ordinal)));

        Assert.Empty(new DrawnSvg(Fit(Skia)).Ids.Intersect(other.Ids));
        Assert.Equal(other.Ids, other.References);
    }

    [Fact]
    public void A_hostile_title_stays_text()
    {
        const string Hostile = "<script>\"&'</title>\u0000\uFFFF\uD83E";
        var svg = new DrawnSvg(SvgText.Fit(Skia, "deposits", Hostile, 9, 9));

        Assert.Equal("<script>\"&'</title>\uFFFD", svg.Root.Elements().First().Value);
        Assert.Equal("<script>\"&'</title>\uFFFD", svg.Root.Attribute("aria-label")?.Value);
    }

    [Fact]
    public void A_picture_is_the_same_bytes_and_as_large_as_asked()
    {
        var chart = ChartCatalog.Applications.Single(one => one.Name == "ministries");
        var style = new ChartStyle(ChartTheme.Dark, CultureInfo.GetCultureInfo("fr-FR"), 500, 300);

        var png = chart.DrawPng(SomeFacts.Programme(), SomeFacts.Scope(), style, scale: 2);

        Assert.Equal(png, chart.DrawPng(SomeFacts.Programme(), SomeFacts.Scope(), style, scale: 2));
        using var picture = SkiaSharp.SKBitmap.Decode(png);
        Assert.Equal((1000, 600), (picture.Width, picture.Height));
        Assert.Equal(SkiaSharp.SKColor.Parse("#242424"), picture.GetPixel(999, 0));
    }

    private static string Fit(string svg) => SvgText.Fit(svg, "deposits", "Titre", 9, 9);
}
