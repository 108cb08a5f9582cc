using System.Globalization;

namespace AmiDashboard.Core;

/// <summary>An amount in whole euro cents; never floating point. May be negative (a reversing entry).</summary>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    public static readonly Money Zero = new(0);

    /// <summary>The amount in euros, exact (two decimals), for display and spreadsheets only.</summary>
    public decimal Euros => Cents / 100m;

    /// <summary>Whether euros are an amount: two decimals at most, and no more than twelve digits before them.</summary>
    public static bool Holds(decimal euros) =>
        Math.Abs(euros) < 1_000_000_000_000m && decimal.Truncate(euros * 100m) == euros * 100m;

    /// <summary>From euros; refuses (throws) an amount with a fraction of a cent.</summary>
    public static Money FromEuros(decimal euros)
    {
        var cents = euros * 100m;
        return decimal.Truncate(cents) == cents
            ? new Money((long)cents)
            : throw new ArgumentOutOfRangeException(
                nameof(euros),
                euros,
                "An amount of money has at most two decimals."
            );
    }

    /// <summary>In whole euros as a culture writes them; the currency is the euro in every culture.</summary>
    public string Written(CultureInfo culture) => Written(culture, "C0");

    /// <summary>The same with its cents: what a ledger shows.</summary>
    public string WrittenToTheCent(CultureInfo culture) => Written(culture, "C2");

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    public static Money Least(Money one, Money other) => one < other ? one : other;

    /// <summary>This over the whole, 1 for all of it; null where the whole is nothing or not known.</summary>
    public decimal? ShareOf(Money? whole) => whole is { Cents: not 0 } known ? (decimal)Cents / known.Cents : null;

    /// <summary>So many times this, to the nearest cent; half a cent goes to the even one, so that sums do not drift.</summary>
    public Money Times(decimal factor) => new((long)decimal.Round(Cents * factor, MidpointRounding.ToEven));

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    private string Written(CultureInfo culture, string pattern)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = "€";
        return Euros.ToString(pattern, format);
    }

    public override string ToString() => Euros.ToString("0.00", CultureInfo.InvariantCulture) + " EUR";
}
