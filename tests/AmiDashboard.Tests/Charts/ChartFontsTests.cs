using AmiDashboard.House;
using ScottPlot;

namespace AmiDashboard.Charts;

public sealed class ChartFontsTests
{
    [Fact]
    public void A_missing_font_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        var refusal = Assert.Throws<FileNotFoundException>(() => ChartFonts.Register(folder));

        Assert.Equal(
            $"The font of the charts is missing: {Path.Combine(folder, "NotoSans-Regular.ttf")}",
            refusal.Message
        );
        Directory.Delete(folder);
    }

    [Fact]
    public void A_broken_font_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "NotoSans-Regular.ttf"), "not a font");

        var refusal = Assert.Throws<InvalidDataException>(() => ChartFonts.Register(folder));

        Assert.StartsWith("The font of the charts cannot be read", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_shipped_font_is_what_is_drawn_with_and_has_every_letter_of_our_texts(bool bold)
    {
        var face = Fonts.GetTypeface(ChartFonts.Name, bold, italic: false);

        Assert.Equal("Noto Sans", face.FamilyName);
        Assert.Equal(bold, face.IsBold);
        var letters = Repository
            .Files.Where(file => file.Name.StartsWith("ChartTexts", StringComparison.Ordinal))
            .SelectMany(file => file.Text)
            .Concat("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ€«»’…–0123456789\u00A0\u202F")
            .Where(letter => letter >= ' ');
        Assert.All(letters.Distinct(), letter => Assert.True(face.ContainsGlyph(letter), $"« {letter} »"));
    }

    [Fact]
    public void A_name_is_cut_to_its_room_and_says_so()
    {
        const string Name = "Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation";

        Assert.Equal(Name, PlotFrame.Fitted(Name, 1000));
        var cut = PlotFrame.Fitted(Name, 200);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.InRange(PlotFrame.WidthOf(cut), 150, 200);
    }

    [Fact]
    public void A_sentence_is_broken_between_words_and_loses_none()
    {
        const string Sentence = "Choisissez une candidature évaluée pour voir son profil.";

        string[] lines = [.. PlotFrame.Wrapped(Sentence, 150)];

        Assert.Equal(Sentence, string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(PlotFrame.WidthOf(line), 1, 150));
        Assert.Equal([Sentence], PlotFrame.Wrapped(Sentence, 1000));
        Assert.EndsWith("…", Assert.Single(PlotFrame.Wrapped(new string('W', 100), 150)), StringComparison.Ordinal);
        Assert.Equal([""], PlotFrame.Wrapped("", 150));
    }

    [Theory]
    [InlineData("a\n\t b", "a b")]
    [InlineData("財務省 – finances", "… – finances")]
    [InlineData("🦊🦊", "…")]
    [InlineData("a\u0000\u202Eb", "ab")]
    [InlineData("  ", "")]
    public void What_the_font_cannot_show_is_shown_as_cut(string name, string drawn) =>
        Assert.Equal(drawn, PlotFrame.Fitted(name, 1000));
}
