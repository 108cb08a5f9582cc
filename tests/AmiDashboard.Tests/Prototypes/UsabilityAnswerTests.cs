using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Prototypes;

public sealed class UsabilityAnswerTests
{
    /// <summary>The worked examples of the scale (Brooke 1996).</summary>
    [Theory]
    [InlineData("3 3 3 3 3 3 3 3 3 3", 50)]
    [InlineData("5 1 5 1 5 1 5 1 5 1", 100)]
    [InlineData("1 5 1 5 1 5 1 5 1 5", 0)]
    [InlineData("4 2 5 1 4 2 4 2 5 1", 85)]
    public void Odd_items_speak_for_it_and_even_ones_against(string items, double score) =>
        Assert.Equal(score, Assert.Single(UsabilityAnswer.Read(items).Value).Score);

    [Fact]
    public void Lines_are_read_as_one_pastes_them()
    {
        var read = UsabilityAnswer.Read(
            "4;2;5;1;4;2;4;2;5;1\r\n\r\n3, 3, 3, 3, 3, 3, 3, 3, 3, 3\n5\t1\t5\t1\t5\t1\t5\t1\t5\t1\n"
        );

        Assert.Equal([85, 50, 100], read.Value.Select(answer => answer.Score));
        Assert.Empty(UsabilityAnswer.Read(null).Value);
        Assert.True(UsabilityAnswer.Read(" \n ").Done);
    }

    [Theory]
    [InlineData("3 3 3 3 3 3 3 3 3", 1)]
    [InlineData("3 3 3 3 3 3 3 3 3 3\n\n3 3 3 3 3 3 3 3 3 6", 3)]
    [InlineData("3 3 3 3 3 3 3 3 3 3\n3 3 3 3 3 3 3 3 3 0", 2)]
    [InlineData("3 3 3 3 3 3 3 3 3 trois", 1)]
    [InlineData("3 3 3 3 3 3 3 3 3 -3", 1)]
    [InlineData("3 3 3 3 3 3 3 3 3 3 3", 1)]
    public void The_first_line_that_is_no_answer_is_named(string text, int line)
    {
        var refusal = UsabilityAnswer.Read(text).Refusal!;

        Assert.Equal("Refusal_UsabilityLine", refusal.Key);
        Assert.Equal([line, 10], refusal.Arguments);
    }

    [Fact]
    public void Equal_answers_are_equal() => Assert.Equal(new UsabilityAnswer([3, 3]), new UsabilityAnswer([3, 3]));
}
