using AmiDashboard.Core.Applications;

namespace AmiDashboard.Applications;

public sealed class SearchWordsTests
{
    [Fact]
    public void Words_are_looked_for_whatever_their_case_accents_and_order()
    {
        var words = SearchWords.Of("  Fiscal CONTRÔLE ")!;
        Assert.True(words.AreFoundIn("le controle fiscal"));
        Assert.False(words.AreFoundIn("le controle"));
        Assert.False(words.IsCut);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00a0")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    public void Nothing_to_look_for_is_no_search(string? text) => Assert.Null(SearchWords.Of(text));

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Twenty_words_are_looked_for_and_what_is_left_out_is_told(int words, bool isCut)
    {
        var search = SearchWords.Of(string.Join(' ', Enumerable.Range(1, words)))!;
        Assert.Equal(20, search.Folded.Length);
        Assert.Equal(isCut, search.IsCut);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void Two_hundred_characters_are_looked_for_and_what_is_left_out_is_told(int length, bool isCut)
    {
        var search = SearchWords.Of(new string('a', length))!;
        Assert.Equal(200, search.Text.Length);
        Assert.Equal(isCut, search.IsCut);
    }

    [Fact]
    public void One_letter_that_unfolds_into_many_words_does_not_go_past_the_bound() =>
        Assert.InRange(SearchWords.Of(string.Concat(Enumerable.Repeat("\ufdfa ", 100)))!.Folded.Length, 1, 20);

    [Fact]
    public void A_pair_of_surrogates_is_not_cut_in_two() =>
        Assert.Equal(new string('a', 199), SearchWords.Of(new string('a', 199) + "🏳")!.Text);

    [Fact]
    public void What_no_text_can_hold_is_left_out() => Assert.Equal("ab", SearchWords.Of("a\0b\udc00")!.Text);

    [Fact]
    public void Searches_are_equal_where_their_texts_are()
    {
        Assert.Equal(SearchWords.Of("a b"), SearchWords.Of("a b"));
        Assert.NotEqual(SearchWords.Of("a b"), SearchWords.Of("b a"));
    }
}
