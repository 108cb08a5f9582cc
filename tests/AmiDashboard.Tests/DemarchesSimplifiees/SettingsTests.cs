using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class SettingsTests
{
    private static readonly DemarchesSimplifieesSettings Good = new(
        "https://www.demarches-simplifiees.fr",
        "abcDEF123==",
        new DateOnly(2027, 3, 1),
        4242,
        1,
        TimeSpan.FromMinutes(15)
    );

    [Fact]
    public void Good_settings_and_no_settings_have_no_problem()
    {
        Assert.Empty(Good.Validate());
        Assert.Empty(DemarchesSimplifieesSettings.None.Validate());
        Assert.True(Good.IsConfigured);
        Assert.False(DemarchesSimplifieesSettings.None.IsConfigured);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demarches-simplifiees.fr")]
    [InlineData("http://www.demarches-simplifiees.fr")]
    [InlineData("https://user:secret@example.invalid")]
    [InlineData("https://example.invalid/?a=b")]
    [InlineData("file:///etc/passwd")]
    public void A_wrong_base_URL_is_named(string baseUrl) =>
        AssertNamed("DemarchesSimplifiees:BaseUrl", Good with { BaseUrl = baseUrl });

    [Fact]
    public void Every_other_wrong_setting_is_named_too()
    {
        AssertNamed("DemarchesSimplifiees:Token", Good with { Token = " " });
        AssertNamed("DemarchesSimplifiees:Token", Good with { Token = "deux mots" });
        AssertNamed("DemarchesSimplifiees:Token", Good with { Token = "ligne\n" });
        AssertNamed("DemarchesSimplifiees:Demarche", Good with { Demarche = null });
        AssertNamed("DemarchesSimplifiees:Edition", Good with { Edition = 0 });
        AssertNamed("DemarchesSimplifiees:Interval", Good with { Interval = TimeSpan.Zero });
        AssertNamed("DemarchesSimplifiees:Interval", Good with { Interval = TimeSpan.FromDays(2) });
    }

    [Fact]
    public void An_instance_on_this_machine_may_do_without_https() =>
        Assert.Empty((Good with { BaseUrl = "http://127.0.0.1:4100/" }).Validate());

    [Fact]
    public void The_token_is_in_no_text_of_the_settings() =>
        Assert.DoesNotContain(Good.Token!, $"{Good}", StringComparison.Ordinal);

    [Theory]
    [InlineData("2027-01-29", 31, false)]
    [InlineData("2027-01-30", 30, true)]
    [InlineData("2027-03-01", 0, true)]
    [InlineData("2027-03-02", -1, true)]
    public void A_token_is_warned_of_from_thirty_days_before_its_last(string today, int left, bool warns)
    {
        var now = DateTime.SpecifyKind(
            DateTime.Parse(today, System.Globalization.CultureInfo.InvariantCulture),
            DateTimeKind.Utc
        );
        var expiry = TokenExpiry.Of(Good, now.AddHours(12));

        Assert.Equal((left, warns), (expiry!.DaysLeft, expiry.Warning is not null));
    }

    private static void AssertNamed(string setting, DemarchesSimplifieesSettings settings)
    {
        var problem = Assert.Single(settings.Validate());
        Assert.Equal(setting, problem.Setting);
        Assert.Contains(setting, problem.Sentence, StringComparison.Ordinal);
    }
}
