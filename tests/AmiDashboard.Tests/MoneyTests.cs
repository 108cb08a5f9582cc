using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("fr-FR", "90 000 €")]
    [InlineData("en-GB", "€90,000")]
    [InlineData("en-US", "€90,000")]
    public void Euros_are_euros_in_every_language(string culture, string written) =>
        Assert.Equal(
            written,
            Money
                .FromEuros(90_000)
                .Written(CultureInfo.GetCultureInfo(culture))
                .Replace('\u202f', ' ')
                .Replace('\u00a0', ' ')
        );

    [Fact]
    public void An_amount_finer_than_a_cent_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromEuros(0.001m));

    [Fact]
    public void Sums_are_exact_and_overflow_is_told()
    {
        Assert.Equal(new Money(30), Money.FromEuros(.1m) + Money.FromEuros(.2m));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
    }

    [Theory]
    [InlineData("0.01", true)]
    [InlineData("-999999999999.99", true)]
    [InlineData("0.001", false)]
    [InlineData("1000000000000", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void An_amount_has_two_decimals_and_twelve_digits_at_most(string euros, bool isAmount) =>
        Assert.Equal(isAmount, Money.Holds(decimal.Parse(euros, CultureInfo.InvariantCulture)));
}
