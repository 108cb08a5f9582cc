using System.Net;
using AmiDashboard.Running;

namespace AmiDashboard.SignIn;

public sealed class SignOutTests(RunningApplication app)
{
    [Fact]
    public async Task Asking_for_the_address_only_shows_the_form()
    {
        using var client = await app.Program.NewClientAsync("dinsic");
        using var form = await client.GetAsync("/signout");
        Assert.Contains("Se déconnecter", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var still = await client.GetAsync("/aide");
        Assert.Equal("/aide", still.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_out()
    {
        using var client = await app.Program.NewClientAsync("dinsic");
        using var content = new FormUrlEncodedContent([]);
        using var forged = await client.PostAsync("/signout", content);
        Assert.Equal("/signout", forged.RequestMessage!.RequestUri!.AbsolutePath);
        using var still = await client.GetAsync("/aide");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/aide", still.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
