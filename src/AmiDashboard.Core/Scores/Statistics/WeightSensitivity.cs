using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Who would enter or leave the first places, by adjusted rank, under any change of up to so many points of weight.
/// Weights are first rescaled to sum 100. The changes are all w' ≥ 0 of sum 100 with ½ Σ |w' − w| ≤ reach.
/// </summary>
/// <param name="Applications">By adjusted rank; without those whom no such change can move in or out.</param>
/// <param name="Places">An application is within when its adjusted rank is at most this one; ties share a rank.</param>
/// <param name="Reach">Points out of 100.</param>
public sealed record WeightSensitivity(ImmutableArray<SensitiveApplication> Applications, int Places, double Reach)
{
    private const int RandomMixtures = 400;

    /// <param name="weights">One for each criterion, from 0, not all 0.</param>
    /// <param name="places">From 1.</param>
    /// <param name="reach">From 0.</param>
    public static WeightSensitivity Of(ScoreModel model, ImmutableArray<double> weights, int places, double reach = 10)
    {
        ArgumentNullException.ThrowIfNull(model);
        WeightedMean.CheckWeights(weights, model.Table.Criteria);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        if (!(reach >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(reach), reach, "Reach is a number from 0.");
        }

        var applications = new WeighedApplications(model.Adjusted, model.Table.Criteria);
        var within = new WeightReach(weights, reach);
        var open = Undecided(applications, within, places);
        SeekCorners(applications, within, places, [.. open.Where(one => one.Witness is null)]);
        return new WeightSensitivity(
            [
                .. open.OrderBy(one => double.IsNaN(one.Mean))
                    .ThenByDescending(one => one.Mean)
                    .ThenBy(one => one.Index)
                    .Select(one => new SensitiveApplication(
                        model.Table.Applications[one.Index],
                        KindOf(one),
                        one.Witness
                    )),
            ],
            places,
            reach
        );
    }

    /// <summary>Those whom the bounds do not settle, with the smallest transfer that moves each, if there is one.</summary>
    private static List<Candidate> Undecided(WeighedApplications applications, WeightReach reach, int places)
    {
        var bounds = new RivalBounds(applications, reach);
        var sweep = new TransferSweep(applications, reach, places);
        var border = BorderAt(applications, reach.Weights, places);
        var open = new List<Candidate>();

        // Best first: those before a low one for certain are then met at once.
        var weights = reach.Weights.ToArray();
        int[] rivals =
        [
            .. Enumerable.Range(0, applications.Count).OrderByDescending(index => applications.MeanOf(index, weights)),
        ];
        for (var index = 0; index < applications.Count; index++)
        {
            if (!applications.Presence(index).Contains(1))
            {
                continue;
            }

            var mean = applications.MeanOf(index, weights);
            var isWithin = mean >= border;
            var contested = new List<int>();
            var always = 0;
            foreach (var rival in rivals.Where(rival => rival != index && bounds.CanPass(rival, index)))
            {
                if (!bounds.IsAlwaysBefore(rival, index))
                {
                    contested.Add(rival);
                }
                else if (++always == places && !isWithin)
                {
                    break;
                }
            }

            var canMove = isWithin ? bounds.CanVanish(index) || always + contested.Count >= places : always < places;
            if (canMove)
            {
                open.Add(
                    new Candidate(index, mean, isWithin)
                    {
                        Witness = sweep.Smallest(index, isWithin, always, contested),
                    }
                );
            }
        }

        return open;
    }

    /// <summary>Looks for who is left at corners of the reach, then at mixtures of three, always the same ones.</summary>
    private static void SeekCorners(
        WeighedApplications applications,
        WeightReach reach,
        int places,
        List<Candidate> open
    )
    {
        var random = new Random(1);
        for (var point = 0; point < reach.Corners.Count + RandomMixtures && open.Count > 0; point++)
        {
            var weights = point < reach.Corners.Count ? reach.Corners[point] : Mixture(reach.Corners, random);
            var border = BorderAt(applications, weights, places);
            foreach (var candidate in open)
            {
                if (applications.MeanOf(candidate.Index, weights) >= border != candidate.IsWithin)
                {
                    candidate.Witness = new WeightMove([.. weights], null, null, null);
                }
            }

            open.RemoveAll(candidate => candidate.Witness is not null);
        }
    }

    private static double[] Mixture(List<double[]> corners, Random random)
    {
        var picked = Enumerable.Range(0, 3).Select(_ => corners[random.Next(corners.Count)]).ToArray();
        var shares = picked.Select(_ => random.NextDouble()).ToArray();
        return
        [
            .. picked[0]
                .Select(
                    (_, criterion) =>
                        picked.Select((corner, which) => corner[criterion] * shares[which]).Sum() / shares.Sum()
                ),
        ];
    }

    /// <summary>The least mean that is within the first places, ties included.</summary>
    private static double BorderAt(WeighedApplications applications, ReadOnlySpan<double> weights, int places)
    {
        var means = new double[applications.Count];
        var ranked = 0;
        for (var index = 0; index < means.Length; index++)
        {
            var mean = applications.MeanOf(index, weights);
            if (!double.IsNaN(mean))
            {
                means[ranked++] = mean;
            }
        }

        means.AsSpan(0, ranked).Sort();
        return ranked < places ? double.NegativeInfinity : means[ranked - places] - RankOrder.Tolerance;
    }

    private static SensitivityKind KindOf(Candidate candidate) =>
        (candidate.IsWithin, candidate.Witness) switch
        {
            (true, null) => SensitivityKind.MightLeave,
            (true, _) => SensitivityKind.WouldLeave,
            (false, null) => SensitivityKind.MightEnter,
            (false, _) => SensitivityKind.WouldEnter,
        };

    private sealed record Candidate(int Index, double Mean, bool IsWithin)
    {
        public WeightMove? Witness { get; set; }
    }
}

/// <param name="Witness">Weights that make it happen; null when it is only not excluded.</param>
public sealed record SensitiveApplication(int Number, SensitivityKind Kind, WeightMove? Witness);

/// <summary>« Would » comes with weights that make it so; « might » is not excluded by the bounds, without any found.</summary>
public enum SensitivityKind
{
    WouldLeave,
    WouldEnter,
    MightLeave,
    MightEnter,
}

/// <param name="Weights">A whole vector of sum 100.</param>
/// <param name="From">Position of the criterion that gives, when it is a transfer from one to another.</param>
/// <param name="To">Position of the one that receives.</param>
/// <param name="Points">
/// The smallest such transfer among all pairs of criteria, to within a millionth: at the limit itself there is a tie.
/// </param>
public sealed record WeightMove(ImmutableArray<double> Weights, int? From, int? To, double? Points);
