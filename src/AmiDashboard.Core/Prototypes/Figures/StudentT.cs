namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>Student's t distribution, as far as an interval of a mean needs it.</summary>
public static class StudentT
{
    /// <summary>Above it the normal quantile is corrected instead: the series would be long, and gains nothing.</summary>
    private const int Many = 200;

    /// <summary>The 95 % quantile of the standard normal distribution.</summary>
    private const double Normal = 1.6448536269514722;

    /// <summary>The value that |t| stays below with a probability of 90 %: half of a 90 % interval, in standard errors.</summary>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double Of90Percent(int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        if (freedom > Many)
        {
            // Abramowitz and Stegun 1964, 26.7.5.
            var x = Normal;
            var (x3, x5) = (x * x * x, x * x * x * x * x);
            return x + ((x3 + x) / (4.0 * freedom)) + (((5 * x5) + (16 * x3) + (3 * x)) / (96.0 * freedom * freedom));
        }

        var (low, high) = (0.0, Math.PI / 2);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, freedom) < .9 ? (middle, high) : (low, middle);
        }

        return Math.Sqrt(freedom) * Math.Tan((low + high) / 2);
    }

    /// <summary>
    /// The probability that |t| is below √freedom × tan(angle): the finite series of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
    /// </summary>
    private static double Within(double angle, int freedom)
    {
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = freedom % 2 == 1;
        var term = isOdd ? cosine : 1;
        var sum = freedom == 1 ? 0 : term;
        for (var index = isOdd ? 3 : 2; index < freedom; index += 2)
        {
            term *= cosine * cosine * (index - 1) / index;
            sum += term;
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }
}
