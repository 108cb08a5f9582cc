using System.Globalization;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts;

/// <summary>The sentence under each title. Here « · » stands for a no-break space and « ~ » for a narrow one.</summary>
public sealed class TakeawayTests
{
    private static readonly FigureScope FirstEdition = SomeFacts.Scope(new() { Edition = 1 });

    [Fact]
    public void Nothing_to_count_is_said_in_words()
    {
        Says("deposits", [], "Aucune candidature déposée pour le moment.", "No application deposited yet.");
        Says("stages", [], "Aucune candidature à répartir par étape.", "No application to divide by stage.");
        Says("ministries", [], "Aucune candidature à répartir par ministère.", "No application to divide by ministry.");
        Says(
            "techniques",
            [],
            "Aucune candidature à répartir par technique.",
            "No application to divide by technique."
        );
        Says("delays", [], "Aucune étape n’est encore terminée.", "No step is finished yet.");
    }

    [Fact]
    public void Deposits_of_a_closed_edition_tell_the_last_rush_and_the_late_ones()
    {
        var rush = Many(69, SomeFacts.At(2018, 7, 1)).Concat(Many(31, SomeFacts.At(2018, 9, 12))).ToList();
        Says(
            "deposits",
            rush,
            "100·candidatures déposées, dont 31·% dans les trois derniers jours~; aucune après l’échéance du 14 septembre 2018.",
            "100 applications deposited, 31% of them in the last three days; none after the deadline of 14 September 2018."
        );
        Says(
            "deposits",
            Many(1200, SomeFacts.At(2018, 9, 11)).Append(SomeFacts.One(SomeFacts.At(2018, 9, 15))),
            "1~201·candidatures déposées, aucune dans les trois derniers jours~; 1 après l’échéance du 14 septembre 2018.",
            "1,201 applications deposited, none of them in the last three days; 1 after the deadline of 14 September 2018."
        );
    }

    [Theory]
    [InlineData(4, "à 10·jours de l’échéance du 14 septembre 2018", "10 days before the deadline of 14 September 2018")]
    [InlineData(13, "à 1·jour de l’échéance du 14 septembre 2018", "1 day before the deadline of 14 September 2018")]
    [InlineData(
        14,
        "le jour même de l’échéance (14 septembre 2018)",
        "on the day of the deadline itself (14 September 2018)"
    )]
    public void Deposits_of_an_open_edition_tell_the_days_left(int day, string french, string english)
    {
        var scope = FirstEdition with { AsOf = SomeFacts.At(2018, 9, day) };
        var facts = Many(2, SomeFacts.At(2018, 9, 1));
        Says("deposits", facts, $"2·candidatures déposées, {french}.", $"2 applications deposited, {english}.", scope);
        Says(
            "deposits",
            facts.Take(1),
            $"1·candidature déposée, {french}.",
            $"1 application deposited, {english}.",
            scope
        );
    }

    [Fact]
    public void One_application_is_told_in_the_singular()
    {
        ApplicationFact[] one =
        [
            SomeFacts.One(
                SomeFacts.At(2018, 9, 10),
                ministry: "Culture",
                techniques: ["Vision", "Voix"],
                stages: new DatedStage(Stage.Eligible, SomeFacts.At(2018, 9, 11))
            ),
        ];
        Says(
            "deposits",
            one,
            "1·candidature déposée, le 10 septembre 2018, dans les délais.",
            "1 application deposited, on 10 September 2018, in time."
        );
        Says(
            "stages",
            one,
            "La seule candidature est à l’étape «·recevable·».",
            "The only application is at the stage “eligible”."
        );
        Says(
            "ministries",
            one,
            "La seule candidature vient de·: Culture.",
            "The only application comes from: Culture."
        );
        Says(
            "techniques",
            one,
            "La seule candidature vise·: Vision et Voix.",
            "The only application aims at: Vision and Voix."
        );
        Says(
            "delays",
            one,
            "Du dépôt à la recevabilité·: 1·jour (1·candidature).",
            "Deposit to eligibility: 1 day (1 application)."
        );
    }

    [Fact]
    public void Both_editions_are_told_apart() =>
        Says(
            "deposits",
            SomeFacts.Programme(),
            "98·candidatures déposées·: 52 pour «·Édition 1 (2018)·» et 46 pour «·Édition 2 (2019)·»~; 2 hors délai.",
            "98 applications deposited: 52 for “Édition 1 (2018)” and 46 for “Édition 2 (2019)”; 2 late.",
            SomeFacts.Scope()
        );

    [Theory]
    [InlineData(1, "1·lauréate sur 3·candidatures", "1 laureate of 3 applications")]
    [InlineData(2, "2·lauréates sur 3·candidatures", "2 laureates of 3 applications")]
    public void Laureates_are_counted(int laureates, string french, string english)
    {
        var at = SomeFacts.At(2018, 11, 21);
        var facts = Enumerable
            .Range(0, 3)
            .Select(index =>
                SomeFacts.One(stages: new DatedStage(index < laureates ? Stage.Laureate : Stage.NotSelected, at))
            );
        var (fullest, full) = laureates == 1 ? ("non retenue", "not selected") : ("lauréate", "laureate");
        Says(
            "stages",
            facts,
            $"{french}~; l’étape la plus fournie est «·{fullest}·» (2).",
            $"{english}; the fullest stage is “{full}” (2)."
        );
    }

    [Fact]
    public void The_first_ministry_is_named_and_equal_ones_are_counted()
    {
        ApplicationFact[] facts =
        [
            SomeFacts.One(ministry: "Justice"),
            SomeFacts.One(ministry: "Justice"),
            SomeFacts.One(ministry: "Travail"),
            SomeFacts.One(),
        ];
        Says(
            "ministries",
            facts,
            "En tête·: Justice, avec 2·candidatures sur 4 (50·%).",
            "In the lead: Justice, with 2 applications of 4 (50%)."
        );
        Says(
            "ministries",
            facts[1..],
            "2·ministères ou opérateurs à égalité en tête, avec 1·candidature chacun sur 3.",
            "2 ministries or operators share the lead, with 1 application each of 3."
        );
        Says(
            "ministries",
            facts[3..],
            "Aucune candidature n’indique son ministère.",
            "No application gives its ministry."
        );
    }

    [Fact]
    public void Techniques_warn_that_an_application_may_count_twice() =>
        Says(
            "techniques",
            [SomeFacts.One(techniques: ["Vision", "Voix"]), SomeFacts.One(techniques: ["Vision"])],
            "En tête·: Vision, avec 2·candidatures sur 2 (100·%). Une candidature qui vise plusieurs techniques compte dans chacune.",
            "In the lead: Vision, with 2 applications of 2 (100%). An application that aims at several techniques counts in each."
        );

    [Fact]
    public void Delays_tell_the_median_and_the_middle_half()
    {
        var facts = new[] { 1.0, 1.5, 3, 40 }.Select(days =>
            SomeFacts.One(
                SomeFacts.At(2018, 9, 10),
                stages: new DatedStage(Stage.Eligible, SomeFacts.At(2018, 9, 10).AddDays(days))
            )
        );
        Says(
            "delays",
            facts,
            "Du dépôt à la recevabilité·: 2,3·jours en médiane, la moitié des candidatures entre 1,4 et 12·jours (4·candidatures).",
            "Deposit to eligibility: 2.3 days at the median, half of the applications between 1.4 and 12 days (4 applications)."
        );
    }

    [Fact]
    public void A_name_of_six_thousand_letters_does_not_fill_the_sentence()
    {
        var drawing = Draw("ministries", [SomeFacts.One(ministry: new string('W', 6000))], FirstEdition, "fr-FR");

        Assert.True(drawing.Takeaway.Length < 200);
        Assert.Equal(6000, Assert.IsType<string>(Assert.Single(drawing.Table.Rows).Cells[0]).Length);
    }

    [Fact]
    public void The_language_is_that_of_the_style_not_of_the_thread()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            Both_editions_are_told_apart();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static void Says(
        string chart,
        IEnumerable<ApplicationFact> facts,
        string french,
        string english,
        FigureScope? scope = null
    )
    {
        var all = facts.ToList();
        Assert.Equal(Spaced(french), Draw(chart, all, scope ?? FirstEdition, "fr-FR").Takeaway);
        Assert.Equal(english, Draw(chart, all, scope ?? FirstEdition, "en-GB").Takeaway);
    }

    private static string Spaced(string text) => text.Replace('·', '\u00A0').Replace('~', '\u202F');

    private static Drawing Draw(string chart, IEnumerable<ApplicationFact> facts, FigureScope scope, string language) =>
        ChartCatalog
            .Applications.Single(one => one.Name == chart)
            .Draw(facts, scope, new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo(language), 760, 300));

    private static IEnumerable<ApplicationFact> Many(int count, DateTime deposited) =>
        Enumerable.Repeat(SomeFacts.One(deposited), count);
}
