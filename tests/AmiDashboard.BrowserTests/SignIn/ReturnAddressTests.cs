using AmiDashboard.Running;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.SignIn;

/// <summary>Nobody is sent to another site by an address of ours.</summary>
public sealed class ReturnAddressTests(RunningApplication app)
{
    public static TheoryData<string> Foreign =>
        [
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "/\t/evil.example/",
            "/\n/evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "evil.example",
            "",
            " //evil.example",
            "/%0d/\r\nLocation: https://evil.example",
        ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void An_address_that_is_not_local_leads_home(string address) =>
        Assert.Equal("/", LocalAddress.OrHome(address));

    [Theory]
    [InlineData("/")]
    [InlineData("/candidatures?page=2&q=%C3%A9t%C3%A9")]
    [InlineData("/aide#glossaire")]
    public void A_local_address_is_kept_as_it_is(string address) => Assert.Equal(address, LocalAddress.OrHome(address));

    [Theory]
    [InlineData("/candidatures?q=été €", "/candidatures?q=%C3%A9t%C3%A9 %E2%82%AC")]
    [InlineData("/aide?q=🏳", "/aide?q=%F0%9F%8F%B3")]
    public void Letters_that_no_header_holds_are_escaped(string address, string kept) =>
        Assert.Equal(kept, LocalAddress.OrHome(address));

    [Fact]
    public void Half_a_pair_of_surrogates_is_escaped_as_what_is_no_letter() =>
        Assert.Equal("/aide?q=%EF%BF%BD", LocalAddress.OrHome("/aide?q=\ud800"));

    [Fact]
    public async Task Signing_in_and_choosing_a_language_lead_to_an_address_with_such_letters()
    {
        using var client = app.Program.NewClient();
        foreach (var way in new[] { "/signin?login_hint=dinsic", "/preferences?language=fr" })
        {
            using var response = await client.GetAsync($"{way}&returnUrl={Uri.EscapeDataString("/aide?q=été")}");
            response.EnsureSuccessStatusCode();
            Assert.Equal("/aide?q=%C3%A9t%C3%A9", response.RequestMessage!.RequestUri!.PathAndQuery);
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Signing_in_and_choosing_a_language_stay_on_this_site(string address)
    {
        using var client = app.Program.NewClient();
        foreach (var way in new[] { "/signin?login_hint=dinsic", "/preferences?language=fr" })
        {
            using var response = await client.GetAsync($"{way}&returnUrl={Uri.EscapeDataString(address)}");
            Assert.Equal(app.Address, response.RequestMessage!.RequestUri);
        }
    }
}
