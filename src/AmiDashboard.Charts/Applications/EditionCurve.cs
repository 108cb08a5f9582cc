using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts.Applications;

/// <summary>One edition's steps: days before its deadline (negative), and deposits so far.</summary>
internal sealed class EditionCurve
{
    /// <param name="asOf">UTC: nothing is known after it.</param>
    public EditionCurve(EditionDeposits edition, DateTime asOf)
    {
        Edition = edition;
        var deadline = edition.Edition.Deadline;
        var now = (asOf - deadline).TotalDays;
        Days =
        [
            .. edition.Days.Select(day =>
                (Math.Min((ParisTime.StartOf(day.Day.AddDays(1)) - deadline).TotalDays, now), day)
            ),
        ];
        var opening = Math.Min((edition.Edition.OpensAt - deadline).TotalDays, Days[0].X);
        var end = Math.Max(Days[^1].X, Math.Min(now, 0));
        Xs = [opening, .. Days.Select(day => day.X), end];
        Ys = [0, .. Days.Select(day => (double)day.Day.SoFar.Applications), edition.Total];
    }

    public EditionDeposits Edition { get; }

    /// <summary>Each day with a deposit, at its end: that is when its sum is complete.</summary>
    public ImmutableArray<(double X, DepositDay Day)> Days { get; }

    public double[] Xs { get; }

    public double[] Ys { get; }
}
