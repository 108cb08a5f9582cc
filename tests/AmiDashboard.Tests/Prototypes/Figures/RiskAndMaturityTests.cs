using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes.Figures;

public sealed class RiskAndMaturityTests
{
    [Fact]
    public void Risks_are_those_of_the_last_report_published_by_then()
    {
        var fact = Prototype(1)
            .Reported(2, Weather.Cloud, At(2, 28), new Risk("Ancien", 4, 4, null))
            .Reported(
                3,
                Weather.Sun,
                At(3, 31),
                new Risk("Données", 2, 3, "Convention"),
                new Risk("Équipe", 3, 4, null)
            );
        var other = Prototype(2).Reported(3, Weather.Sun, At(3, 30), new Risk("Calendrier", 3, 4, null));

        var figure = RiskMatrix.Of(Facts(other, fact, Prototype(3)), Scope(At(3, 31)));

        Assert.Equal(["Équipe", "Calendrier", "Données"], figure.Risks.Select(one => one.Risk.Text));
        Assert.Equal((2, 2), (figure.Cell(3, 4).Risks, figure.Cell(3, 4).Projects.Count));
        Assert.Equal((1, RiskBand.Moderate), (figure.Cell(2, 3).Risks, figure.Cell(2, 3).Band));
        Assert.Equal(3, figure.Cells.Sum(cell => cell.Risks));
        Assert.Equal([1, 2], figure.Reporting.Numbers);
        var before = RiskMatrix.Of(Facts(other, fact), Scope(At(3, 29)));
        Assert.Equal(["Ancien"], before.Risks.Select(one => one.Risk.Text));
    }

    [Theory]
    [InlineData(1, RiskBand.Low)]
    [InlineData(3, RiskBand.Low)]
    [InlineData(4, RiskBand.Moderate)]
    [InlineData(6, RiskBand.Moderate)]
    [InlineData(8, RiskBand.High)]
    [InlineData(9, RiskBand.High)]
    [InlineData(12, RiskBand.Critical)]
    [InlineData(16, RiskBand.Critical)]
    public void A_criticality_has_its_band(int criticality, RiskBand band) =>
        Assert.Equal(band, RiskMatrix.BandOf(criticality));

    [Fact]
    public void A_level_is_reached_with_all_below_it_and_a_hole_is_a_gap()
    {
        var whole = Prototype(1)
            .Proved(ReadinessLevel.Framed, At(2, 1))
            .Proved(ReadinessLevel.Framed, At(2, 2))
            .Proved(ReadinessLevel.DataReady, At(3, 1));
        var holed = Prototype(2).Proved(ReadinessLevel.Framed, At(2, 1)).Proved(ReadinessLevel.ModelMeasured, At(4, 1));

        var figure = MaturityLadder.Of(Facts(holed, whole, Prototype(3)), Scope(At(6, 30)));

        Assert.Equal([(1, 2), (2, 1), (3, 0)], figure.Rows.Select(row => (row.Number, row.Reached)));
        Assert.Equal([2, 1, 0, 0, 0, 0], figure.Rows[0].Proofs);
        Assert.Equal(ReadinessLevel.DataReady, figure.Rows[0].Level);
        Assert.Equal(
            [RungState.Reached, RungState.Gap, RungState.Unsupported, RungState.Missing],
            Enum.GetValues<ReadinessLevel>().Take(4).Select(figure.Rows[1].StateOf)
        );
        Assert.Equal([2], figure.WithGap.Numbers);
        Assert.Equal([2], figure.On(ReadinessLevel.Framed).Numbers);
        Assert.Equal([3], figure.On(null).Numbers);
    }

    [Fact]
    public void A_proof_counts_from_its_recording_to_its_withdrawal()
    {
        var fact = Prototype(1).Proved(ReadinessLevel.Framed, At(2, 1), withdrawnAt: At(3, 1));

        Assert.Equal(0, ReachedAt(At(1, 31)));
        Assert.Equal(1, ReachedAt(At(2, 28)));
        Assert.Equal(0, ReachedAt(At(3, 1)));

        int ReachedAt(DateTime asOf) => MaturityLadder.Of(Facts(fact), Scope(asOf)).Rows[0].Reached;
    }
}
