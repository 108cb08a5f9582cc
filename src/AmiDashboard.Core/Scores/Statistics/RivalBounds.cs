namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// What one application can do to another anywhere within reach. The difference of two means with the same holes has a
/// sign that is linear in the weights, so its extremes are exact; otherwise the ranges of both means decide, or nothing.
/// </summary>
internal sealed class RivalBounds
{
    private readonly WeighedApplications applications;
    private readonly WeightReach reach;
    private readonly double[] lowest;
    private readonly double[] highest;
    private readonly bool[] canVanish;
    private readonly double[] slopes;

    public RivalBounds(WeighedApplications applications, WeightReach reach)
    {
        this.applications = applications;
        this.reach = reach;
        lowest = new double[applications.Count];
        highest = new double[applications.Count];
        canVanish = new bool[applications.Count];
        slopes = new double[reach.Weights.Length];
        for (var application = 0; application < applications.Count; application++)
        {
            Bound(application);
        }
    }

    /// <summary>Some weights within reach leave it without a mean, and so without a rank.</summary>
    public bool CanVanish(int application) => canVanish[application];

    /// <summary>Some weights within reach may place the rival before it.</summary>
    public bool CanPass(int rival, int application)
    {
        if (highest[rival] <= lowest[application] + (RankOrder.Tolerance / 2))
        {
            return false;
        }

        return applications.Holes[rival] != applications.Holes[application]
            || MostAdvance(rival, application)
                > (applications.IsComplete(application) ? 100 * RankOrder.Tolerance / 2 : -1e-11);
    }

    /// <summary>Every weights within reach place the rival before it.</summary>
    public bool IsAlwaysBefore(int rival, int application)
    {
        if (!canVanish[rival] && lowest[rival] > highest[application] + (1.5 * RankOrder.Tolerance))
        {
            return true;
        }

        return applications.Holes[rival] == applications.Holes[application]
            && MostAdvance(application, rival) < -150 * RankOrder.Tolerance;
    }

    /// <summary>The most of Σ w·(x of one − x of the other), for the same holes: 100 times points when complete.</summary>
    private double MostAdvance(int one, int other)
    {
        var ahead = applications.Values(one);
        var behind = applications.Values(other);
        for (var criterion = 0; criterion < slopes.Length; criterion++)
        {
            slopes[criterion] = ahead[criterion] - behind[criterion];
        }

        return reach.Most(slopes);
    }

    private void Bound(int application)
    {
        var values = applications.Values(application);
        var presence = applications.Presence(application);
        for (var criterion = 0; criterion < slopes.Length; criterion++)
        {
            slopes[criterion] = -presence[criterion];
        }

        canVanish[application] = reach.Most(slopes) > -1e-9;
        if (applications.IsComplete(application))
        {
            highest[application] = reach.Most(values) / 100;
            for (var criterion = 0; criterion < slopes.Length; criterion++)
            {
                slopes[criterion] = -values[criterion];
            }

            lowest[application] = -reach.Most(slopes) / 100;
            return;
        }

        // A quotient of two linear forms is extreme at corners, as long as what divides is not 0.
        (lowest[application], highest[application]) = (double.PositiveInfinity, double.NegativeInfinity);
        if (reach.HasAllCorners && !canVanish[application])
        {
            foreach (var corner in reach.Corners)
            {
                Widen(application, applications.MeanOf(application, corner));
            }

            return;
        }

        for (var criterion = 0; criterion < slopes.Length; criterion++)
        {
            if (presence[criterion] > 0)
            {
                Widen(application, values[criterion]);
            }
        }
    }

    private void Widen(int application, double value)
    {
        lowest[application] = Math.Min(lowest[application], value);
        highest[application] = Math.Max(highest[application], value);
    }
}
