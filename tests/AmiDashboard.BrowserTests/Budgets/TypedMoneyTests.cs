using AmiDashboard.Core;
using AmiDashboard.Web.Budgets;

namespace AmiDashboard.Budgets;

public sealed class TypedMoneyTests
{
    [Theory]
    [InlineData("12345,60", 12_345_60)]
    [InlineData("12 345.6", 12_345_60)]
    [InlineData(" 1\u202f200\u00a0€ ", 1_200_00)]
    [InlineData("0", 0)]
    [InlineData("-50 000", -50_000_00)]
    [InlineData("−0,01", -1)]
    public void An_amount_is_read_as_people_type_it(string typed, long cents) =>
        Assert.Equal(new Money(cents), TypedMoney.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("€")]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("1.234,50")]
    [InlineData("1e6")]
    [InlineData("12,3 k€")]
    [InlineData("9999999999999")]
    public void What_could_be_read_in_two_ways_or_in_none_is_not_read(string? typed) =>
        Assert.Null(TypedMoney.Read(typed));
}
