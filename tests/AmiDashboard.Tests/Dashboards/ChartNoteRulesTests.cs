using AmiDashboard.Charts;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Dashboards;

public sealed class ChartNoteRulesTests
{
    private static readonly DateOnly Day = new(2018, 9, 3);

    [Fact]
    public void Notes_are_taken_by_every_chart_but_the_profile_of_one_application_under_the_charts_own_right() =>
        Assert.Equal(
            ChartCatalog
                .All.Where(chart => chart.Name != "application-profile")
                .Select(chart => (chart.Name, chart.Right))
                .Order(),
            NotedCharts.Rights.Select(one => (one.Key, one.Value)).Order()
        );

    [Theory]
    [InlineData("deposits", "2018-09-03", "Relance", null)]
    [InlineData("deposits", "2000-01-01", "R", null)]
    [InlineData("deposits", "2100-12-31", "R", null)]
    [InlineData("deposits", "1999-12-31", "Relance", "Refusal_NoteDay")]
    [InlineData("deposits", "2101-01-01", "Relance", "Refusal_NoteDay")]
    [InlineData("deposits", null, "Relance", "Refusal_NoteDay")]
    [InlineData("deposits", "2018-09-03", " \n\t\u0000 ", "Refusal_NoteEmpty")]
    [InlineData("deposits", "2018-09-03", null, "Refusal_NoteEmpty")]
    [InlineData("Deposits", "2018-09-03", "Relance", "Refusal_NoteChart")]
    [InlineData("application-profile", "2018-09-03", "Relance", "Refusal_NoteChart")]
    public void A_note_needs_a_chart_a_day_and_a_text(string chart, string? day, string? text, string? refusal) =>
        Assert.Equal(
            refusal,
            ChartNoteRules.Check(chart, day is null ? null : DateOnly.Parse(day), ChartNoteRules.TextOf(text))?.Key
        );

    [Fact]
    public void A_text_has_at_most_280_characters_once_it_is_on_one_line()
    {
        var longest = new string('é', 280);
        Assert.Null(ChartNoteRules.Check("deposits", Day, ChartNoteRules.TextOf($"  {longest}\r\n")));
        var refusal = ChartNoteRules.Check("deposits", Day, ChartNoteRules.TextOf(longest + "!"));
        Assert.Equal("Refusal_NoteTooLong", refusal?.Key);
        Assert.Equal([280, 281], refusal!.Arguments);
        Assert.Equal(
            "Relance du 3, puis <b>webinaire</b>",
            ChartNoteRules.TextOf(" Relance\ndu 3,\t puis <b>webinaire</b>\u0007 ")
        );
    }

    [Fact]
    public void A_note_stands_from_when_it_was_pinned_until_it_was_withdrawn()
    {
        var (pinned, withdrawn) = (At(9, 4), At(9, 10));
        var note = Note(edition: null, pinned);
        Assert.True(note.Stood(null));
        Assert.False(note.Stood(pinned.AddSeconds(-1)));

        note.Withdraw(withdrawn, "Autrice");

        Assert.False(note.Stood(null));
        Assert.True(note.Stood(pinned));
        Assert.True(note.Stood(withdrawn.AddSeconds(-1)));
        Assert.False(note.Stood(withdrawn));
    }

    [Fact]
    public void A_note_of_an_edition_is_shown_on_its_own_chart_and_on_that_of_all()
    {
        var (first, every) = (Note(edition: 1), Note(edition: null));
        Assert.True(first.SpeaksOf(1) && first.SpeaksOf(null) && every.SpeaksOf(1) && every.SpeaksOf(null));
        Assert.False(first.SpeaksOf(2));
    }

    [Theory]
    [InlineData(Profile.Dinsic, "deposits", true)]
    [InlineData(Profile.Leadership, "ranking", true)]
    [InlineData(Profile.Cdc, "disbursements", true)]
    [InlineData(Profile.Cdc, "ranking", false)]
    [InlineData(Profile.Administrator, "ranking", false)]
    [InlineData(Profile.Sgpi, "reviewer-severity", false)]
    [InlineData(Profile.Ministry, "disbursements", false)]
    [InlineData(Profile.Reviewer, "deposits", false)]
    [InlineData(Profile.Dinsic, "application-profile", false)]
    public void Who_may_not_see_a_chart_neither_reads_nor_pins_its_notes(Profile profile, string chart, bool may)
    {
        var viewer = Person(1, profile, Perimeter.Everything);
        Assert.Equal(may, ChartNoteRules.MayRead(viewer, chart, null));
        Assert.Equal(may, ChartNoteRules.CheckAuthor(viewer, chart, 1) is null);
    }

    [Fact]
    public void Who_still_has_reviews_to_submit_reads_no_notes_about_scores()
    {
        var reviewing = Person(1, Profile.Dinsic, Perimeter.Everything) with { Withheld = [Right.SeeRanking] };
        Assert.False(ChartNoteRules.MayRead(reviewing, "ranking", null));
        Assert.True(ChartNoteRules.MayRead(reviewing, "deposits", null));
    }

    [Fact]
    public void Notes_are_read_within_whole_editions_and_those_of_every_edition_are_pinned_by_who_sees_all()
    {
        var (one, some) = (
            Person(1, Profile.Dinsic, Perimeter.OfEdition(1)),
            Person(2, Profile.Dinsic, Perimeter.OfApplications(1001))
        );
        Assert.True(ChartNoteRules.MayRead(one, "deposits", 1) && ChartNoteRules.MayRead(one, "deposits", null));
        Assert.False(ChartNoteRules.MayRead(one, "deposits", 2));
        Assert.False(ChartNoteRules.MayRead(some, "deposits", 1) || ChartNoteRules.MayRead(some, "deposits", null));
        Assert.Null(ChartNoteRules.CheckAuthor(one, "deposits", 1));
        Assert.Equal("Refusal_NoteOtherEdition", ChartNoteRules.CheckAuthor(one, "deposits", 2)?.Key);
        Assert.Equal("Refusal_NoteEveryEdition", ChartNoteRules.CheckAuthor(one, "deposits", null)?.Key);
    }

    [Fact]
    public void A_note_is_withdrawn_by_its_author_or_by_an_administrator_of_its_edition()
    {
        var note = Note(edition: 1);
        Assert.True(ChartNoteRules.MayWithdraw(Person(7, Profile.Dinsic, Perimeter.Everything), note));
        Assert.False(ChartNoteRules.MayWithdraw(Person(8, Profile.Dinsic, Perimeter.Everything), note));
        Assert.False(ChartNoteRules.MayWithdraw(Person(7, Profile.Reviewer, Perimeter.Everything), note));
        Assert.True(ChartNoteRules.MayWithdraw(Person(8, Profile.Administrator, Perimeter.OfEdition(1)), note));
        var elsewhere = Person(8, Profile.Administrator, Perimeter.OfEdition(2)) with
        {
            Profiles =
            [
                new(Profile.Administrator, Perimeter.OfEdition(2)),
                new(Profile.Leadership, Perimeter.Everything),
            ],
        };
        Assert.False(ChartNoteRules.MayWithdraw(elsewhere, note));
    }

    private static DateTime At(int month, int day) => new(2018, month, day, 8, 0, 0, DateTimeKind.Utc);

    private static Viewer Person(int id, Profile profile, Perimeter perimeter) =>
        new(id, $"{profile}", [new HeldProfile(profile, perimeter)]);

    private static ChartNote Note(int? edition, DateTime? at = null) =>
        new()
        {
            Chart = "deposits",
            Day = Day,
            Edition = edition,
            Text = "Relance",
            RecordedAt = at ?? At(9, 4),
            RecordedBy = "Autrice",
            PersonId = 7,
        };
}
