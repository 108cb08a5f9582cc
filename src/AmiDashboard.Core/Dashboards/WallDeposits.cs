using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>The deposit curve without its small beginnings: days by whose end fewer than five had come are left out.</summary>
public static class WallDeposits
{
    public static DepositCurve Of(ProgrammeStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var curve = DepositCurve.Of(standing.Applications, standing.Scope);
        return curve with
        {
            Editions =
            [
                .. curve
                    .Editions.Where(edition => edition.Total >= SmallNumbers.Least)
                    .Select(edition =>
                        edition with
                        {
                            Days = [.. edition.Days.Where(day => day.SoFar.Applications >= SmallNumbers.Least)],
                        }
                    ),
            ],
        };
    }
}
