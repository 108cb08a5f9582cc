using AmiDashboard.Core;

namespace AmiDashboard;

/// <summary>What every text from outside becomes.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("Minist\u0065\u0300re", "Minist\u00e8re")]
    [InlineData("e\u0301\u0000", "\u00e9")]
    [InlineData("e\u0301\ud800", "\u00e9")]
    [InlineData("e\u0301\ufffe", "\u00e9")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("\ufb01n \u2126", "\ufb01n \u03a9")]
    public void It_is_composed_and_keeps_what_has_no_other_form(string sent, string kept) =>
        Assert.Equal(kept, PlainText.Of(sent));

    [Fact]
    public void What_is_plain_already_is_the_same_object()
    {
        foreach (var text in new[] { "", "Plain", "Ministère de la Santé", "👩‍🔬 ≥ 12/20" })
        {
            Assert.Same(text, PlainText.Of(text));
        }
    }
}
