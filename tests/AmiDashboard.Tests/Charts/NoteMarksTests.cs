using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core;
using static AmiDashboard.Charts.TimeCharts;

namespace AmiDashboard.Charts;

/// <summary>Notes on drawings: the line at its day, the number over it, what can be reached, and nothing that moves.</summary>
public sealed partial class NoteMarksTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static TheoryData<string> Names => [.. TimeCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_note_stands_at_its_day_under_its_number_and_can_be_reached(string name)
    {
        var (draw, day) = TimeCharts.All[name];
        foreach (var style in Styles(name))
        {
            var drawing = draw(style, [new(1, day, "Relance <b>des</b> services & co", "Claire Vasseur")]);

            var line = Assert.Single(LinesOf(drawing, style));
            var area = drawing.Areas[^1];
            Assert.Equal(
                $"Note 1 – {day.Written(French)} : Relance <b>des</b> services & co",
                area.Label.Replace('\u00A0', ' ')
            );
            Assert.Null(area.Rows);
            Assert.True(area is { Width: >= 24, Height: >= 24 }, $"{area}");
            Assert.InRange(line, area.X, area.X + area.Width);
            var badge = new DrawnSvg(drawing.Svg).Texts.First(text => DrawnSvg.WordsOf(text) == "1" && IsBold(text));
            Assert.InRange((DrawnSvg.EndsOf(badge).Left + DrawnSvg.EndsOf(badge).Right) / 2, line - 1, line + 1);
            // A narrow plan names years only, and no mark of its says a month.
            if (name != "prototype-plan" || style.Width > 480)
            {
                var expected = DayOnDrawing.PixelOf(name, day, drawing);
                Assert.InRange(line, expected - 1.5, expected + 1.5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_chart_itself_draws_keeps_its_marks_takeaway_and_table(string name)
    {
        var (draw, day) = TimeCharts.All[name];
        foreach (var style in Styles(name))
        {
            var bare = draw(style with { Height = style.Height - 24 }, []);
            ImmutableArray<PinnedNote> notes = [new(1, day, "Relance", "Claire Vasseur")];
            var noted = draw(style, notes);

            Assert.Equal(noted.Svg, draw(style, notes).Svg);
            Assert.Equal((bare.Takeaway, bare.IsEmpty), (noted.Takeaway, noted.IsEmpty));
            Assert.Equal(bare.Areas.Select(area => area.Label), noted.Areas.SkipLast(1).Select(area => area.Label));
            foreach (var (one, other) in bare.Areas.Zip(noted.Areas))
            {
                Assert.Equal((one.X, one.Width), (other.X, other.Width), Near);
                // A mark at the foot of a curve is moved up into the drawing, by less than itself.
                var foot = one.Y + one.Height + 24;
                Assert.InRange(other.Y + other.Height, foot - (name == "deposits" ? 11 : .1), foot + .1);
            }

            Assert.Equal(notes, noted.Table.Notes);
            Assert.Equal(bare.Table.Rows.Length, noted.Table.Rows.Length);
            Assert.NotEqual(draw(style, []).Svg, noted.Svg);
            Assert.Equal(draw(style, []).Svg, draw(style, default).Svg);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Many_notes_cover_neither_each_other_nor_a_text(string name)
    {
        var (draw, day) = TimeCharts.All[name];
        ImmutableArray<PinnedNote> notes =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(index => new PinnedNote(index + 1, day.AddDays((index * 2) - 60), "Relance", "Autrice")),
        ];
        foreach (var style in Styles(name))
        {
            var drawing = draw(style, notes);
            var svg = new DrawnSvg(drawing.Svg);
            DrawingChecks.IsFitForAPage(svg, style);
            DrawingChecks.IsAllWords(svg);
            DrawingChecks.HasItsTextsApart(svg, style);
            DrawingChecks.HasItsMarksInside(drawing, style);
            HitArea[] badges =
            [
                .. drawing.Areas.Where(area => area.Label.StartsWith("Note ", StringComparison.Ordinal)),
            ];
            foreach (var (one, next) in badges.Zip(badges.Skip(1)))
            {
                Assert.True(one.X + one.Width <= next.X + .01, $"{one} over {next}");
            }

            // Each that has a line is told by exactly one badge.
            Assert.Equal(LinesOf(drawing, style).Count, badges.Sum(badge => Regex.Count(badge.Label, @"Note \d+ – ")));
            GalleryPictures.Keep($"{name}-notes", style, drawing.Svg);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_day_outside_the_axis_is_in_the_table_only(string name)
    {
        var style = Styles(name).First();
        var (draw, _) = TimeCharts.All[name];

        var drawing = draw(style, [new(1, new DateOnly(2031, 1, 1), "Loin", "Autrice")]);

        Assert.Equal(draw(style, []).Svg, drawing.Svg);
        Assert.Equal("Loin", Assert.Single(drawing.Table.Notes).Text);
    }

    [Fact]
    public void Over_several_editions_a_note_stands_on_the_curve_of_the_edition_that_was_open()
    {
        var style = Styles("deposits").First();
        var deposits = Of(ChartCatalog.Applications, "deposits");
        Drawing On(params DateOnly[] days) =>
            deposits.Draw(
                SomeFacts.Programme(),
                SomeFacts.Scope(),
                style,
                [.. days.Select((day, index) => new PinnedNote(index + 1, day, "Relance", "Autrice"))]
            );

        // Forty days before the deadline of each.
        var lines = LinesOf(On(new DateOnly(2018, 8, 5), new DateOnly(2019, 3, 3)), style);
        Assert.InRange(lines.Max() - lines.Min(), 0, 1.5);
        Assert.Empty(LinesOf(On(new DateOnly(2018, 12, 1)), style));
    }

    [Fact]
    public void A_chart_without_a_time_axis_has_its_notes_in_its_table_only()
    {
        var style = Styles("stages").First();
        var stages = Of(ChartCatalog.Applications, "stages");
        var facts = SomeFacts.Programme();
        ImmutableArray<PinnedNote> notes = [new(1, new DateOnly(2018, 9, 3), "Relance", "Autrice")];

        var drawing = stages.Draw(facts, SomeFacts.Scope(), style, notes);

        Assert.Equal(stages.Draw(facts, SomeFacts.Scope(), style).Svg, drawing.Svg);
        Assert.Equal(notes, drawing.Table.Notes);
    }

    [Fact]
    public void The_picture_has_the_notes_too()
    {
        var style = Styles("stages").First();
        var deposits = Of(ChartCatalog.Applications, "deposits");
        var (facts, scope) = (SomeFacts.Programme(), SomeFacts.Scope());
        ImmutableArray<PinnedNote> notes = [new(1, new DateOnly(2018, 9, 3), "Relance", "Autrice")];

        Assert.NotEqual(deposits.DrawPng(facts, scope, style), deposits.DrawPng(facts, scope, style, notes: notes));
        Assert.Equal(
            deposits.DrawPng(facts, scope, style, notes: notes),
            deposits.DrawPng(facts, scope, style, notes: notes)
        );
    }

    /// <summary>The middles of the dashed lines of notes, in pixels: thin paths of the quiet colour.</summary>
    private static IReadOnlyList<double> LinesOf(Drawing drawing, ChartStyle style) =>
        [
            .. new DrawnSvg(drawing.Svg)
                .All.Where(element =>
                    element.Name.LocalName == "path"
                    && (string?)element.Attribute("fill") == (style.Theme == ChartTheme.Light ? "#666" : "#A0A0A0")
                )
                .Select(path => Dash().Match(path.Attribute("d")!.Value))
                .Where(dash => dash.Success)
                .Select(dash => double.Parse(dash.Groups[1].Value, CultureInfo.InvariantCulture) + .5)
                .Distinct(),
        ];

    private static bool IsBold(XElement text) => text.Attribute("font-weight") is not null;

    private static bool Near((double, double) one, (double, double) other) =>
        Math.Abs(one.Item1 - other.Item1) < .1 && Math.Abs(one.Item2 - other.Item2) < .1;

    [GeneratedRegex(@"^M([\d.]+) [\d.]+L\1 [\d.]+")]
    private static partial Regex Dash();
}
