using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Running;
using AmiDashboard.Web.Live;

namespace AmiDashboard.Live;

/// <summary>No field of any form is longer than one message of a browser may be.</summary>
public sealed partial class FieldLimitTests
{
    [Fact]
    public void The_greatest_length_of_every_field_fits_in_a_message()
    {
        var lengths = LengthsOf(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );

        Assert.NotEmpty(lengths);
        Assert.All(lengths, one => Assert.InRange(one.Length, 1, CircuitMessages.LongestField));
    }

    [Theory]
    [InlineData("<input maxlength=\"20001\" />", 20001)]
    [InlineData("<textarea maxlength=\"@Session.LongestRemarks\"></textarea>", 8000)]
    [InlineData("<input maxlength=\"@(isDay ? null : Prototype.LongestText)\" />", 4000)]
    public void A_greatest_length_is_read_as_it_is_written(string markup, int length) =>
        Assert.Equal(length, Assert.Single(LengthsOf([markup])).Length);

    [Fact]
    public void The_longest_field_fits_whatever_its_letters_are()
    {
        foreach (var letter in new[] { "a", "é", "\"", "\n", "\u0001", "\ud800", "語" })
        {
            var written = JsonSerializer.SerializeToUtf8Bytes(
                string.Concat(Enumerable.Repeat(letter, CircuitMessages.LongestField))
            );
            Assert.InRange(written.Length, 1, CircuitMessages.Largest);
        }
    }

    private static List<(string Written, int Length)> LengthsOf(IEnumerable<string> pages) =>
        [
            .. from page in pages
            from attribute in Attribute().Matches(page)
            let written = attribute.Groups["value"].Value
            select (written, LengthOf(written)),
        ];

    private static int LengthOf(string written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var length)
            ? length
            : typeof(Refusal)
                .Assembly.GetTypes()
                .Where(type => type.Name == Constant().Match(written).Groups["type"].Value)
                .Select(type => type.GetField(Constant().Match(written).Groups["name"].Value))
                .OfType<FieldInfo>()
                .Select(field => (int)field.GetRawConstantValue()!)
                .Single();

    [GeneratedRegex("maxlength=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<type>[A-Z]\w+)\.(?<name>Longest\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constant();
}
