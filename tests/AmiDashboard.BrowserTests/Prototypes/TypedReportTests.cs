using AmiDashboard.Core.Prototypes;
using AmiDashboard.Web.Prototypes;

namespace AmiDashboard.Prototypes;

public sealed class TypedReportTests
{
    private static readonly Risk Data = new("Données en retard", 3, 4, null);
    private static readonly Risk Team = new("Départ d’un agent", 2, 3, "Un relais");

    [Fact]
    public void Fields_go_where_their_names_say_and_unknown_ones_nowhere()
    {
        var text = TypedReport.Apply(
            ReportText.Empty,
            Fields(
                ("weather", "Cloud"),
                ("synthesis", "S"),
                ("done", " "),
                ("help", "H"),
                ("title", "x"),
                ("a:b:c:d", "x")
            )
        );

        Assert.Equal(new ReportText(Weather.Cloud, "S", null, null, "H", []), text);
    }

    [Theory]
    [InlineData("Rain")]
    [InlineData("9")]
    [InlineData(null)]
    public void A_weather_that_is_none_is_none(string? value) =>
        Assert.Null(TypedReport.Apply(ReportText.Empty, Fields(("weather", value))).Weather);

    [Fact]
    public void A_risk_is_written_part_by_part_and_a_new_one_is_added()
    {
        var text = TypedReport.Apply(
            ReportText.Empty with
            {
                Risks = [Data],
            },
            Fields(("risk:0:impact", "1"), ("risk:1:text", "Autre"), ("risk:1:probability", "4"), ("risk:-1:text", "x"))
        );

        Assert.Equal([Data with { Impact = 1 }, new Risk("Autre", 4, 2, null)], text.Risks);
    }

    [Fact]
    public void Two_who_write_at_once_keep_the_fields_of_both()
    {
        var seen = ReportText.Empty with { Synthesis = "Avant", Risks = [Data] };
        var newer = seen with { Done = "Du collègue" };

        var text = TypedReport.ApplyOver(
            newer,
            seen,
            Fields(("synthesis", "De moi"), ("risk:0:mitigation", "Relance"))
        );

        Assert.Equal("De moi", text.Synthesis);
        Assert.Equal("Du collègue", text.Done);
        Assert.Equal([Data with { Mitigation = "Relance" }], text.Risks);
    }

    [Fact]
    public void A_risk_typed_over_a_list_that_a_colleague_changed_stands_after_theirs()
    {
        var seen = ReportText.Empty with { Risks = [Data] };
        var newer = seen with { Risks = [Team] };

        var text = TypedReport.ApplyOver(newer, seen, Fields(("risk:0:mitigation", "Relance"), ("next", "N")));

        Assert.Equal([Team, Data with { Mitigation = "Relance" }], text.Risks);
        Assert.Equal("N", text.Next);
    }

    private static Dictionary<string, string?> Fields(params IEnumerable<(string Name, string? Value)> fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
