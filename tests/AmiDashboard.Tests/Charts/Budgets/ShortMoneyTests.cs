using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Amounts where there is little room. Here « · » stands for a no-break space and « ~ » for a narrow one.</summary>
public sealed class ShortMoneyTests
{
    [Theory]
    [InlineData(0, "0·€", "€0")]
    [InlineData(1, "0,01·€", "€0.01")]
    [InlineData(95_000, "950·€", "€950")]
    [InlineData(99_949, "999·€", "€999")]
    [InlineData(99_950, "1·k€", "€1k")]
    [InlineData(35_000_000, "350·k€", "€350k")]
    [InlineData(99_949_999, "999·k€", "€999k")]
    [InlineData(99_950_000, "1·M€", "€1M")]
    [InlineData(120_000_000, "1,2·M€", "€1.2M")]
    [InlineData(159_000_000, "1,59·M€", "€1.59M")]
    [InlineData(1_234_000_000, "12,3·M€", "€12.3M")]
    [InlineData(12_600_000_000, "126·M€", "€126M")]
    [InlineData(250_000_000_000, "2,5·Md€", "€2.5bn")]
    [InlineData(-35_000_000, "-350·k€", "-€350k")]
    public void An_amount_keeps_as_many_figures_as_one_reads(long cents, string french, string english)
    {
        Assert.Equal(french.Replace('·', '\u00A0'), Written(cents, "fr-FR"));
        Assert.Equal(english, Written(cents, "en-GB"));
    }

    private static string Written(long cents, string language) =>
        new ChartText(CultureInfo.GetCultureInfo(language)).ShortMoney(new Money(cents));
}
