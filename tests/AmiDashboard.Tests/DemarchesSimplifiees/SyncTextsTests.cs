using System.Collections;
using System.Globalization;
using System.Resources;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class SyncTextsTests
{
    [Fact]
    public void Every_failure_of_the_source_has_its_sentence() =>
        Assert.All(
            Enum.GetValues<SourceFailureKind>(),
            kind => Assert.True(SyncTexts.Knows(new SourceFailure(kind).Key), $"{kind} has no sentence.")
        );

    [Fact]
    public void Both_languages_have_the_same_keys_with_the_same_arguments()
    {
        var texts = new ResourceManager(typeof(SyncTexts));
        var french = All(texts, CultureInfo.InvariantCulture);
        var english = All(texts, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(
            french,
            text =>
                Assert.Equal(
                    text.Value.Contains("{0", StringComparison.Ordinal),
                    english[text.Key].Contains("{0", StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("fr-FR", "20 novembre 2026")]
    [InlineData("en-GB", "20 November 2026")]
    public void An_expired_token_is_told_in_the_readers_language(string language, string day)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var sentence = SyncTexts.ErrorOf(
                new SyncRun
                {
                    Kind = SyncKind.Full,
                    Edition = 1,
                    StartedBy = "",
                    StartedAt = DateTime.UnixEpoch,
                    ErrorKey = "Sync_TokenExpiredOn",
                    ErrorDetail = "2026-11-20",
                }
            );
            Assert.Contains(day, sentence, StringComparison.Ordinal);
            Assert.Contains("DemarchesSimplifiees:Token", sentence, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Dictionary<string, string> All(ResourceManager texts, CultureInfo culture) =>
        texts
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
