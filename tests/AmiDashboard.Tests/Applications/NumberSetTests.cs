using AmiDashboard.Core.Applications;

namespace AmiDashboard.Applications;

public sealed class NumberSetTests
{
    [Fact]
    public void Sets_of_the_same_numbers_are_equal_whatever_their_order()
    {
        var filter = new ApplicationFilter { Numbers = NumberSet.Of(3, 1, 2, 3) };
        Assert.Equal(filter, new ApplicationFilter { Numbers = NumberSet.Read("2,1,3") });
        Assert.NotEqual(filter, new ApplicationFilter { Numbers = NumberSet.Of(1, 2) });
        Assert.Equal("1,2,3", filter.Numbers!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("1,,2")]
    [InlineData("1;2")]
    [InlineData("-4")]
    [InlineData("99999999999")]
    public void What_is_no_list_of_numbers_is_no_filter(string? text) => Assert.Null(NumberSet.Read(text));

    [Fact]
    public void Nothing_is_listed_one_by_one_beyond_what_an_address_holds()
    {
        Assert.NotNull(NumberSet.Of(Enumerable.Range(1, NumberSet.Most)));
        Assert.Null(NumberSet.Of(Enumerable.Range(1, NumberSet.Most + 1)));
        Assert.Null(NumberSet.Read(string.Join(',', Enumerable.Range(1, NumberSet.Most + 1))));
    }
}
