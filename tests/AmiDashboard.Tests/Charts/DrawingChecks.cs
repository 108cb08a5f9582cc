using System.Xml.Linq;

namespace AmiDashboard.Charts;

/// <summary>What every drawing of the product must be.</summary>
internal static class DrawingChecks
{
    private static readonly HashSet<string> Harmless =
    [
        "svg",
        "title",
        "g",
        "clipPath",
        "rect",
        "path",
        "text",
        "circle",
        "ellipse",
        "line",
    ];

    public static void IsFitForAPage(DrawnSvg svg, ChartStyle style)
    {
        Assert.Equal($"0 0 {style.Width} {style.Height}", svg.Root.Attribute("viewBox")?.Value);
        Assert.Equal("img", svg.Root.Attribute("role")?.Value);
        Assert.Equal("title", svg.Root.Elements().First().Name.LocalName);
        Assert.Subset(Harmless, svg.All.Select(element => element.Name.LocalName).ToHashSet());
        Assert.DoesNotContain(
            svg.All.SelectMany(element => element.Attributes()),
            one => one.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
        Assert.Equal(svg.Ids.Distinct(), svg.Ids);
        Assert.Subset(svg.Ids.ToHashSet(), svg.References.ToHashSet());
        // Drawn once: what stands under the whole ground is seen by nobody.
        Assert.Single(svg.Root.Elements(), one => one.Attribute("fill") is not null && Covers(one, style));
    }

    /// <summary>Each text is in our font, has a glyph for each letter, and is cut neither by the drawing nor by its frame.</summary>
    public static void IsAllWords(DrawnSvg svg)
    {
        foreach (var text in svg.Texts)
        {
            var isBold = text.Attribute("font-weight") is not null;
            var face = ScottPlot.Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false);
            var words = DrawnSvg.WordsOf(text);
            Assert.Equal("Noto Sans, sans-serif", text.Attribute("font-family")?.Value);
            Assert.All(words, letter => Assert.True(face.ContainsGlyph(letter), words));
            var (ends, window) = (DrawnSvg.EndsOf(text), svg.WindowOf(text));
            Assert.True(
                ends.Left >= window.Left - .5 && ends.Right <= window.Right + .5,
                $"« {words} » from {ends.Left} to {ends.Right}, visible from {window.Left} to {window.Right}"
            );
        }
    }

    public static void HasItsMarksInside(Drawing drawing, ChartStyle style) =>
        Assert.All(
            drawing.Areas,
            area =>
            {
                Assert.NotEmpty(area.Label);
                Assert.True(area is { Width: > 0, Height: > 0, X: >= -.01, Y: >= -.01 }, $"{area}");
                Assert.True(area.X + area.Width <= style.Width + .01, $"{area}");
                Assert.True(area.Y + area.Height <= style.Height + .01, $"{area}");
            }
        );

    /// <summary>No place belongs to two marks; those that follow each other are enough to look at.</summary>
    public static void HasItsMarksApart(Drawing drawing)
    {
        const double Touch = .01;
        foreach (var (one, next) in drawing.Areas.Zip(drawing.Areas.Skip(1)))
        {
            var isApart =
                one.Y + one.Height <= next.Y + Touch
                || one.X + one.Width <= next.X + Touch
                || next.X + next.Width <= one.X + Touch;
            Assert.True(isApart, $"{one} over {next}");
        }
    }

    /// <summary>No text is cut above or below, none is written over another.</summary>
    public static void HasItsTextsApart(DrawnSvg svg, ChartStyle style)
    {
        const double Ascent = 9;
        const double Descent = 2;
        var boxes = svg
            .Texts.Select(text => (Ends: DrawnSvg.EndsOf(text), Line: DrawnSvg.BaselineOf(text), Text: text))
            // ScottPlot writes a label over itself.
            .DistinctBy(box => (box.Ends, box.Line, DrawnSvg.WordsOf(box.Text)))
            .OrderBy(box => box.Line)
            .ToList();
        foreach (var (index, box) in boxes.Index())
        {
            var words = DrawnSvg.WordsOf(box.Text);
            Assert.True(box.Line - Ascent >= 0 && box.Line + Descent <= style.Height, $"« {words} » at {box.Line}");
            var over = boxes
                .Skip(index + 1)
                .TakeWhile(next => next.Line - Ascent < box.Line + Descent)
                .Where(next => next.Ends.Left < box.Ends.Right - 1 && box.Ends.Left < next.Ends.Right - 1)
                .Select(next => DrawnSvg.WordsOf(next.Text))
                .FirstOrDefault();
            Assert.True(over is null, $"« {words} » over « {over} »");
        }
    }

    public static bool IsOf(ChartCellKind kind, object? cell) =>
        cell is null
        || kind switch
        {
            ChartCellKind.Text => cell is string,
            ChartCellKind.Count => cell is int,
            ChartCellKind.Days or ChartCellKind.Points => cell is decimal,
            ChartCellKind.Date => cell is DateOnly,
            ChartCellKind.Money => cell is Core.Money,
            _ => false,
        };

    private static bool Covers(XElement one, ChartStyle style) =>
        one.Attribute("width")?.Value == $"{style.Width}" && one.Attribute("height")?.Value == $"{style.Height}";
}
