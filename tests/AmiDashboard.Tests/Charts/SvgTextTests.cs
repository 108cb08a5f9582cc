using System.Globalization;
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
    public void Lists_of_coordinates_lose_their_trailing_comma() =>
        Assert.Contains("<text x=\"1, 2\" y=\"3\"", Fit(Skia), StringComparison.Ordinal);

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
