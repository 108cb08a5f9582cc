namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// The six intraclass correlations of Shrout and Fleiss 1979 (Psychological Bulletin 86) with their mean squares, for a
/// table without holes. Null where the variances that divide are none.
/// </summary>
/// <param name="Icc11">One judge, each target having its own.</param>
/// <param name="Icc21">One judge out of a population of judges who all scored every target.</param>
/// <param name="Icc31">One judge, these being all there are.</param>
/// <param name="Icc1k">Like <paramref name="Icc11"/>, for the mean of the judges.</param>
/// <param name="Icc2k">Like <paramref name="Icc21"/>, for the mean of the judges.</param>
/// <param name="Icc3k">Like <paramref name="Icc31"/>, for the mean of the judges.</param>
/// <param name="Bms">Mean square between targets.</param>
/// <param name="Wms">Mean square within targets.</param>
/// <param name="Jms">Mean square between judges.</param>
/// <param name="Ems">Mean square of the residual.</param>
public sealed record IntraclassCorrelation(
    double? Icc11,
    double? Icc21,
    double? Icc31,
    double? Icc1k,
    double? Icc2k,
    double? Icc3k,
    double Bms,
    double Wms,
    double Jms,
    double Ems
)
{
    /// <param name="scores">A row for each target, a column for each judge.</param>
    /// <returns>Null under two targets or two judges, or when all scores are equal.</returns>
    public static IntraclassCorrelation? OfComplete(IReadOnlyList<IReadOnlyList<double>> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (targets, judges) = (scores.Count, scores.Count == 0 ? 0 : scores[0].Count);
        if (scores.Any(row => row.Count != judges))
        {
            throw new ArgumentException("Not as many scores for each target.", nameof(scores));
        }

        if (targets < 2 || judges < 2 || scores.All(row => row.All(score => score.Equals(scores[0][0]))))
        {
            return null;
        }

        var mean = scores.Average(row => row.Average());
        var judgeMeans = Enumerable.Range(0, judges).Select(judge => scores.Average(row => row[judge])).ToArray();
        var within = scores.Sum(row => row.Sum(score => Square(score - row.Average())));
        var between = targets * judgeMeans.Sum(judge => Square(judge - mean));
        var residual = scores.Sum(row =>
            row.Select((score, judge) => Square(score - row.Average() - judgeMeans[judge] + mean)).Sum()
        );
        var bms = judges * scores.Sum(row => Square(row.Average() - mean)) / (targets - 1);
        var wms = within / (targets * (judges - 1.0));
        var jms = between / (judges - 1);
        var ems = residual / ((targets - 1.0) * (judges - 1));
        return new IntraclassCorrelation(
            Ratio(bms - wms, bms + ((judges - 1) * wms)),
            Ratio(bms - ems, bms + ((judges - 1) * ems) + (judges * (jms - ems) / targets)),
            Ratio(bms - ems, bms + ((judges - 1) * ems)),
            Ratio(bms - wms, bms),
            Ratio(bms - ems, bms + ((jms - ems) / targets)),
            Ratio(bms - ems, bms),
            bms,
            wms,
            jms,
            ems
        );
    }

    private static double? Ratio(double above, double below) => below > 0 ? above / below : null;

    private static double Square(double value) => value * value;
}
