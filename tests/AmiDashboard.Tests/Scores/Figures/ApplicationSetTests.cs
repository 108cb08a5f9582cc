using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Scores.Figures;

public sealed class ApplicationSetTests
{
    [Fact]
    public void Its_rows_list_exactly_its_numbers_of_its_edition()
    {
        var set = ApplicationSet.Of(1, 7, 3, 7);

        Assert.Equal(2, set.Count);
        Assert.True(set.Rows!.Admits(SomeScores.Application(7)));
        Assert.False(set.Rows.Admits(SomeScores.Application(5)));
        Assert.False(set.Rows.Admits(SomeScores.Application(7) with { Edition = 2 }));
    }

    [Fact]
    public void None_and_too_many_have_no_rows_since_an_address_would_list_all()
    {
        Assert.Null(ApplicationSet.Of(1, Enumerable.Empty<int>()).Rows);
        Assert.NotNull(ApplicationSet.Of(1, Enumerable.Range(1, NumberSet.Most)).Rows);
        Assert.Null(ApplicationSet.Of(1, Enumerable.Range(1, NumberSet.Most + 1)).Rows);
    }

    [Fact]
    public void Sets_together_count_an_application_once() =>
        Assert.Equal(3, ApplicationSet.Of(1, [ApplicationSet.Of(1, 1, 2), ApplicationSet.Of(1, 2, 3)]).Count);
}
