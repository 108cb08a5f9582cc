using System.Globalization;
using System.Resources;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Web.Dashboards;

namespace AmiDashboard.Dashboards;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("fr-FR", "applications", 12, 9, "+3")]
    [InlineData("fr-FR", "applications", 9, 1212, "−1 203")]
    [InlineData("en-GB", "applications", 9, 1212, "−1,203")]
    [InlineData("fr-FR", "applications", 9, 9, "")]
    [InlineData("fr-FR", "paid", 150_000_00, 20_000_00, "+130 000 €")]
    [InlineData("en-GB", "paid", 20_000_00, 150_000_00, "−€130,000")]
    [InlineData("fr-FR", "paid", 100_40, 100_00, "")]
    [InlineData("fr-FR", "paid", 100_60, 100_00, "+1 €")]
    [InlineData("fr-FR", "technical-hours", 600, 465, "+2,3 h")]
    [InlineData("en-GB", "technical-hours", 600, 630, "−0.5 h")]
    public void A_change_of_a_sum_is_signed_and_rounded(
        string culture,
        string figure,
        int now,
        int before,
        string expected
    ) => Assert.Equal(expected, Change(culture, Sum(figure, now), Sum(figure, before)));

    [Theory]
    [InlineData("fr-FR", "paidShare", 55, 100, 500, 1000, "+5 pt")]
    [InlineData("fr-FR", "paidShare", 1, 3, 1, 2, "−16,7 pt")]
    [InlineData("en-GB", "paidShare", 1, 3, 1, 2, "−16.7 pt")]
    [InlineData("fr-FR", "paidShare", 50_01, 100_00, 50, 100, "")]
    [InlineData("fr-FR", "usability", 1500, 20, 700, 10, "+5")]
    [InlineData("fr-FR", "usability", 1, 1, 0, 0, null)]
    [InlineData("fr-FR", "usability", 0, 0, 1, 1, null)]
    public void A_change_of_a_ratio_is_in_points_and_unknown_where_one_of_them_is(
        string culture,
        string figure,
        int now,
        int nowOf,
        int before,
        int beforeOf,
        string? expected
    ) =>
        Assert.Equal(
            expected,
            Change(culture, new(KeyFigures.Of(figure), now, nowOf, 1), new(KeyFigures.Of(figure), before, beforeOf, 1))
        );

    [Fact]
    public void Nothing_is_said_of_a_change_where_one_may_not_see_or_knows_nothing_of_before()
    {
        Assert.Null(FigureText.Change(null, Sum("paid", 1)));
        Assert.Null(FigureText.Change(Sum("paid", 1), null));
        Assert.Equal("–", FigureText.Of(null));
        Assert.Equal("–", FigureText.Of(new(KeyFigures.Of("paidShare"), 0, 0, 0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void Each_figure_says_what_it_is_called_means_and_is_computed_by(string culture)
    {
        var texts = new ResourceManager(typeof(FigureTexts).FullName!, typeof(FigureTexts).Assembly).GetResourceSet(
            CultureInfo.GetCultureInfo(culture),
            createIfNotExists: true,
            tryParents: false
        )!;

        Assert.All(
            KeyFigures.All,
            figure =>
                Assert.All(
                    (string[])["Name", "Definition", "Formula"],
                    kind =>
                        Assert.False(
                            string.IsNullOrWhiteSpace(texts.GetString($"{kind}_{figure.Name}")),
                            $"{kind}_{figure.Name} is missing."
                        )
                )
        );
    }

    private static FigureValue Sum(string figure, decimal amount) => new(KeyFigures.Of(figure), amount, 0, 1);

    /// <summary>With plain spaces: cultures part thousands and units by others, which one cannot see.</summary>
    private static string? Change(string culture, FigureValue now, FigureValue before)
    {
        var own = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return FigureText.Change(now, before)?.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }
}
