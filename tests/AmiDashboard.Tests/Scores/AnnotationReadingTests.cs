using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using CsCheck;

namespace AmiDashboard.Scores;

public sealed class AnnotationReadingTests
{
    private const string NotScored = "Non noté dans démarches-simplifiées.";

    private static readonly string[] Names = ["Bénéfices", "Pertinence", "Équipe", "Données", "Éthique"];

    private static readonly string[] Labels =
    [
        "Bénéfices potentiels internes et externes pour l’action publique, liés à l’utilisation de l’IA sur le périmètre métier proposé",
        "Pertinence technique du projet",
        "Composition de l’équipe d’agents publics impliqués",
        "Existence et accessibilité des données nécessaires",
        "Prise en compte des risques éthiques",
    ];

    [Fact]
    public void The_notes_of_the_form_become_the_scores_of_their_criteria()
    {
        var read = Read(
            Scale.FiveByHalves,
            Note("Note /20 — Bénéfices potentiels", 16),
            Note("Note /20 — Pertinence technique", 10),
            Note("Note /20 — Composition de l’équipe", 20),
            Note("Note /20 — Données", 0),
            Note("Note /20 — Risques éthiques", 18)
        );

        Assert.Equal([400, 250, 500, 0, 450], Hundredths(read));
        Assert.True(read.IsClear);
        Assert.Empty(read.Rounded);
        Assert.Null(ReviewRules.CheckSubmission(read.Sheet, Grid(Scale.FiveByHalves)));
    }

    [Fact]
    public void A_missing_note_is_said_not_to_be_scored_and_is_never_zero()
    {
        var read = Read(Scale.TwentyByOnes, Note("Note /20 — Données", null), Note("Note /20 — Pertinence", 12));

        Assert.Equal([null, 1200, null, null, null], Hundredths(read));
        Assert.All(
            read.Sheet.Entries.Where(entry => entry.Score is null),
            entry => Assert.Equal((true, NotScored), (entry.CannotJudge, entry.Comment))
        );
        Assert.True(read.IsClear);
    }

    [Fact]
    public void Without_any_note_there_is_nothing_to_import()
    {
        var read = Read(Scale.TwentyByOnes);

        Assert.False(read.HasScore);
        Assert.Equal("Refusal_NothingScored", ReviewRules.CheckSubmission(read.Sheet, Grid(Scale.TwentyByOnes))?.Key);
    }

    [Theory]
    [InlineData("Note /20 — Données", 11, 250 + 50)] // 2.75: half a step goes up
    [InlineData("Note /20 — Données", 12.5, 300)] // 3.125
    [InlineData("Données (sur 10)", 7, 350)]
    [InlineData("Données / 100", 50, 250)]
    [InlineData("Données : note sur 5 points", 3.5, 350)]
    [InlineData("Données", 4.5, 450)]
    public void A_note_is_converted_from_the_scale_that_its_label_names(string label, double given, int hundredths)
    {
        var read = Read(Scale.FiveByHalves, Note(label, (decimal)given));

        Assert.Equal(hundredths, read.Sheet.Of(4)?.Score?.Hundredths);
    }

    [Fact]
    public void What_was_rounded_is_told_and_what_was_exact_is_not()
    {
        var read = Read(Scale.FiveByHalves, Note("/20 Données", 11m), Note("/20 Équipe", 14m));

        var rounded = Assert.Single(read.Rounded);
        Assert.Equal(new RoundedNote(4, "/20 Données", 11, 20, new Score(300)), rounded);
        Assert.Equal(350, read.Sheet.Of(3)?.Score?.Hundredths);
    }

    [Theory]
    [InlineData("Note /20 — Données", 20.5)]
    [InlineData("Note /20 — Données", -1)]
    [InlineData("Données", 12)]
    public void A_value_off_its_scale_is_not_taken_and_leaves_the_criterion_open(string label, double given)
    {
        var read = Read(Scale.FiveByHalves, Note(label, (decimal)given), Note("/20 Équipe", 10));

        Assert.Equal((4, label), (Assert.Single(read.OffScale).CriterionId, read.OffScale[0].Label));
        Assert.Equal([4], read.LeftOpen);
        Assert.Null(read.Sheet.Of(4));
        Assert.Equal(
            "Refusal_CriterionNotScored",
            ReviewRules.CheckSubmission(read.Sheet, Grid(Scale.FiveByHalves))?.Key
        );
    }

    [Fact]
    public void Two_notes_of_one_criterion_are_told_and_neither_is_taken()
    {
        var read = Read(Scale.TwentyByOnes, Note("Note /20 — Données", 3), Note("Note /20 — Accès aux données", 18));

        var ambiguous = Assert.Single(read.Ambiguous);
        Assert.Equal(["Note /20 — Données", "Note /20 — Accès aux données"], ambiguous.Notes.Select(one => one.Label));
        Assert.Equal([4], ambiguous.Criteria);
        Assert.Equal([4], read.LeftOpen);
    }

    [Fact]
    public void A_note_of_two_criteria_is_told_and_leaves_both_open()
    {
        var read = Read(Scale.TwentyByOnes, Note("/20 Équipe et données", 3), Note("/20 Éthique", 5));

        Assert.Equal([3, 4], Assert.Single(read.Ambiguous).Criteria);
        Assert.Equal([3, 4], read.LeftOpen);
        Assert.Equal(500, read.Sheet.Of(5)?.Score?.Hundredths);
    }

    [Fact]
    public void A_note_of_no_criterion_is_told_and_no_criterion_is_said_not_scored_beside_it()
    {
        var read = Read(Scale.TwentyByOnes, Note("Avis sur le projet /20", 15), Note("/20 Données", 5));

        Assert.Equal(("Avis sur le projet /20", "15"), (read.Unmatched.Single().Label, read.Unmatched[0].Value));
        Assert.Equal([1, 2, 3, 5], read.LeftOpen);
    }

    [Fact]
    public void Texts_become_comments_of_their_criterion_or_of_the_whole()
    {
        var read = Read(
            Scale.TwentyByOnes,
            Note("Note /20 — Données", 5),
            Text("Commentaire : données", "Accès à négocier.\nConvention en cours."),
            Text("Commentaire — éthique", "Rien à signaler."),
            Text("Avis général", "Favorable"),
            Text("Observations", null)
        );

        Assert.Equal("Accès à négocier.\nConvention en cours.", read.Sheet.Of(4)?.Comment);
        Assert.Equal(NotScored + "\nRien à signaler.", read.Sheet.Of(5)?.Comment);
        Assert.Equal("Avis général\u00a0: Favorable", read.Sheet.Comment);
        Assert.True(read.IsClear);
    }

    [Theory]
    [InlineData("15,5", 1550)]
    [InlineData("15", 1500)]
    public void A_number_written_as_text_under_a_scale_is_a_note(string text, int hundredths)
    {
        var grid = Grid(new Scale(new(2000), new(50)));
        var read = AnnotationReading.Of([Text("Note /20 — Données", text)], grid, NotScored);

        Assert.Equal(hundredths, read.Sheet.Of(4)?.Score?.Hundredths);
    }

    [Theory]
    [InlineData("15/20")]
    [InlineData("12 ou 13")]
    public void What_is_meant_as_a_note_and_is_no_number_is_told(string text)
    {
        var read = Read(Scale.TwentyByOnes, Text("Note /20 — Données", text), Note("/20 Équipe", 1));

        Assert.Equal(text, Assert.Single(read.Unmatched).Value);
        Assert.Equal([4], read.LeftOpen);
    }

    [Theory]
    [InlineData("Données disponibles 24/7")]
    [InlineData("Données sur 3 ans")]
    public void Not_every_number_of_a_label_is_a_scale(string label)
    {
        var read = Read(Scale.TwentyByOnes, Note(label, 19));

        Assert.Equal(1900, read.Sheet.Entries.Single(entry => entry.Score is not null).Score?.Hundredths);
    }

    [Fact]
    public void A_text_longer_than_a_comment_is_cut_and_told()
    {
        var read = Read(Scale.TwentyByOnes, Text("Données", new string('a', 5000)), Note("/20 Données", 5));

        Assert.Equal(ReviewRules.LongestComment, read.Sheet.Of(4)?.Comment?.Length);
        Assert.Equal(["Données"], read.Shortened);
        Assert.Null(ReviewRules.CheckDraft(read.Sheet, Grid(Scale.TwentyByOnes)));
    }

    [Fact]
    public void Any_number_becomes_the_nearest_level_or_none_and_the_sheet_always_fits() =>
        Gen.Select(Gen.Int[-50, 450], Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[1, 10])
            .Sample(
                (tenths, most, points, parts) =>
                {
                    var scale = new Scale(new(points * 100), new(100 / (parts is 1 or 2 or 4 or 5 or 10 ? parts : 1)));
                    var grid = Grid(scale.IsSound ? scale : Scale.TwentyByOnes);
                    var given = tenths / 10m;
                    var read = AnnotationReading.Of([Note($"Données /{most}", given)], grid, NotScored);

                    Assert.Null(ReviewRules.CheckDraft(read.Sheet, grid));
                    if (given < 0 || given > most)
                    {
                        Assert.Single(read.OffScale);
                        return;
                    }

                    var taken = read.Sheet.Of(4)!.Score!.Value.Points;
                    var wanted = given / most * grid.Scale.Most.Points;
                    var off = Math.Abs(taken - wanted);
                    Assert.True(off <= (grid.Scale.Step.Points / 2) + 0.0000001m);
                    Assert.Equal(off > 0.0000001m, !read.Rounded.IsEmpty);
                }
            );

    private static AnnotationProposal Read(Scale scale, params DossierField[] annotations) =>
        AnnotationReading.Of([.. annotations], Grid(scale), NotScored);

    private static IEnumerable<int?> Hundredths(AnnotationProposal read) =>
        Enumerable.Range(1, 5).Select(id => read.Sheet.Of(id)?.Score?.Hundredths);

    private static DossierField Note(string label, decimal? number) =>
        new()
        {
            // As seen at the source: a form may give one descriptor to several notes.
            DescriptorId = "Q-note",
            Label = label,
            Kind = FieldKind.Number,
            Number = number,
            Text = number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private static DossierField Text(string label, string? text) =>
        new()
        {
            Label = label,
            Kind = FieldKind.Text,
            Text = text,
        };

    private static ScoringGrid Grid(Scale scale)
    {
        var grid = new ScoringGrid { Edition = 1, Scale = scale };
        grid.Criteria.AddRange(
            Labels.Select(
                (label, position) =>
                    new Criterion
                    {
                        Id = position + 1,
                        Position = position,
                        Label = label,
                        ShortName = Names[position],
                        Weight = 20,
                    }
            )
        );
        return grid;
    }
}
