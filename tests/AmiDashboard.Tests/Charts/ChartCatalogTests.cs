using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AmiDashboard.Core.People;
using AmiDashboard.House;

namespace AmiDashboard.Charts;

public sealed partial class ChartCatalogTests
{
    [Fact]
    public void Charts_are_found_by_the_names_that_pages_and_addresses_use()
    {
        Assert.Equal(
            ["deposits", "stages", "ministries", "techniques", "delays"],
            ChartCatalog.Applications.Select(chart => chart.Name)
        );
        Assert.Equal(
            [
                "review-progress",
                "reviewer-progress",
                "score-distribution",
                "ranking",
                "score-heatmap",
                "reviewer-severity",
                "application-profile",
                "agreement",
            ],
            ChartCatalog.Scores.Select(chart => chart.Name)
        );
        Assert.Equal(
            ["envelope", "disbursements", "payments-due", "budget-ministries", "budget-projects", "missing-documents"],
            ChartCatalog.Budgets.Select(chart => chart.Name)
        );
        Assert.Equal(
            [
                "prototype-plan",
                "milestone-burnup",
                "weather",
                "support-hours",
                "trial-people",
                "satisfaction",
                "risks",
                "maturity",
            ],
            ChartCatalog.Prototypes.Select(chart => chart.Name)
        );
        Assert.All(ChartCatalog.All, chart => Assert.Same(chart, ChartCatalog.Find(chart.Name)));
        Assert.Null(ChartCatalog.Find("Deposits"));
    }

    [Fact]
    public void Every_chart_has_a_title_in_each_language()
    {
        var (french, english) = (CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB"));

        Assert.All(ChartCatalog.All, chart => Assert.NotEqual(chart.Title(french), chart.Title(english)));
        Assert.Equal("Délais entre les étapes", ChartCatalog.Find("delays")!.Title(french));
    }

    [Fact]
    public void Charts_that_name_reviewers_are_for_those_who_manage_reviews_and_those_of_scores_for_the_jury()
    {
        string[] ofReviewers = ["reviewer-progress", "reviewer-severity"];
        Assert.Equal(
            ofReviewers,
            ChartCatalog.All.Where(chart => chart.Right == Right.ManageReviews).Select(chart => chart.Name)
        );
        Assert.Equal(
            ["score-distribution", "ranking", "score-heatmap", "application-profile", "agreement"],
            ChartCatalog.All.Where(chart => chart.Right == Right.SeeRanking).Select(chart => chart.Name)
        );
    }

    [Fact]
    public void Marks_of_budgets_and_prototypes_lead_to_their_pages_and_others_to_applications()
    {
        Assert.All(
            ChartCatalog.Budgets,
            chart => Assert.Equal((Right.SeeBudgets, "/budgets"), (chart.Right, chart.RowsPath))
        );
        Assert.All(
            ChartCatalog.Prototypes,
            chart => Assert.Equal((Right.SeePrototypes, "/prototypes"), (chart.Right, chart.RowsPath))
        );
        Assert.All(
            ChartCatalog.All.Except(ChartCatalog.Budgets).Except(ChartCatalog.Prototypes),
            chart => Assert.Equal("/candidatures", chart.RowsPath)
        );
    }

    [Fact]
    public void French_texts_have_no_break_spaces_and_true_apostrophes()
    {
        var file = Repository.Files.Single(file => file.Name == "ChartTexts.resx");
        var texts = XDocument.Parse(file.Text).Descendants("data").Select(data => data.Element("value")!.Value);

        Assert.All(texts, text => Assert.DoesNotMatch(Careless(), text));
    }

    [GeneratedRegex("'|[^\u00A0][:%]|[^\u202F][;!?]|«[^\u00A0]|[^\u00A0]»|\\} (candidature|jour|j$)")]
    private static partial Regex Careless();
}
