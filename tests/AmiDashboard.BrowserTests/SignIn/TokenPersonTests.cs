using System.Security.Claims;
using AmiDashboard.Core.People;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.SignIn;

/// <summary>What is read from a token, of Entra ID or of ProConnect.</summary>
public sealed class TokenPersonTests
{
    [Theory]
    [InlineData("hasgroups")]
    [InlineData("_claim_names")]
    public void A_token_that_left_groups_out_is_refused_never_read_as_no_groups(string claim)
    {
        var refused = Assert.Throws<SignInRefusedException>(() =>
            TokenPerson.OfToken(Token(("sub", "s"), (claim, "true")), "issuer")
        );
        Assert.Equal(SignInRefusal.Incomplete, refused.Refusal);
    }

    [Fact]
    public void A_token_without_a_subject_is_refused()
    {
        var refused = Assert.Throws<SignInRefusedException>(() => TokenPerson.OfToken(Token(("name", "N")), "issuer"));
        Assert.Equal(SignInRefusal.NoSubject, refused.Refusal);
    }

    [Fact]
    public void ProConnect_gives_the_name_in_two_parts_and_no_role()
    {
        var token = Token(("sub", "s"), ("given_name", "Ada"), ("usual_name", "Durand"), ("email", "a@b.fr"));
        Assert.Equal(new TokenPerson("i", "s", "Ada Durand", "a@b.fr"), TokenPerson.OfToken(token, "i"));
        Assert.Empty(TokenPerson.RolesOf(token));
    }

    [Theory]
    [InlineData("tid")]
    [InlineData("http://schemas.microsoft.com/identity/claims/tenantid")]
    public void Only_what_the_provider_vouches_for_is_a_verified_e_mail(string tenant)
    {
        Assert.Empty(TokenPerson.VerifiedEmailsOf(Token(("email", "a@b.fr"))));
        Assert.Empty(TokenPerson.VerifiedEmailsOf(Token(("email", "a@b.fr"), ("email_verified", "false"))));
        Assert.Empty(TokenPerson.VerifiedEmailsOf(Token(("preferred_username", "a@b.fr"))));
        Assert.Equal(["a@b.fr"], TokenPerson.VerifiedEmailsOf(Token(("email", "A@b.fr"), ("email_verified", "true"))));
        // Entra ID: the sign-in name, and what its optional claim says of the directory's e-mail.
        Assert.Equal(
            ["a@b.fr"],
            TokenPerson.VerifiedEmailsOf(
                Token((tenant, "t"), ("preferred_username", "a@b.fr"), ("email", "other@c.fr"))
            )
        );
        Assert.Equal(
            ["other@c.fr", "a@b.fr"],
            TokenPerson.VerifiedEmailsOf(
                Token((tenant, "t"), ("preferred_username", "a@b.fr"), ("email", "other@c.fr"), ("xms_edov", "1"))
            )
        );
    }

    [Theory]
    [InlineData("roles")]
    [InlineData(ClaimTypes.Role)]
    public void A_role_is_read_under_its_short_and_its_long_name(string type)
    {
        var claimed = Assert.Single(TokenPerson.RolesOf(Token((type, "Dinsic"))));
        Assert.Equal(Profile.Dinsic, claimed.Profile);
        Assert.Null(claimed.Applications);
    }

    [Fact]
    public void A_role_may_name_the_applications_it_is_held_over()
    {
        var claimed = Assert.Single(TokenPerson.RolesOf(Token(("roles", "Ministry:1003, 1007"))));
        Assert.Equal([1003, 1007], claimed.Applications);
    }

    [Theory]
    [InlineData("Owner")]
    [InlineData("dinsic")]
    [InlineData("1")]
    [InlineData("Ministry:all")]
    [InlineData("Ministry:")]
    [InlineData("Ministry:-3")]
    public void A_role_that_is_not_understood_gives_nothing(string role) =>
        Assert.Empty(TokenPerson.RolesOf(Token(("roles", role))));

    [Fact]
    public void The_cookie_says_who_somebody_is_and_nothing_of_what_they_may()
    {
        var person = TokenPerson.OfToken(Token(("sub", "s"), ("name", "N"), ("roles", "Administrator")), "i");
        var session = new SessionMark(7, new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        var cookie = person.ToCookie("test", session);
        Assert.Equal(person, TokenPerson.OfCookie(cookie));
        Assert.Equal(session, SessionMark.Of(cookie));
        Assert.DoesNotContain(cookie.Claims, claim => claim.Value.Contains("Administrator", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_is_bound_to_one_sign_in_of_one_person()
    {
        var since = new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc);
        string[] bound =
        [
            Bound("i", "s", new(0, since)),
            Bound("i", "t", new(0, since)),
            Bound("j", "s", new(0, since)),
            Bound("i", "s", new(1, since)),
            Bound("i", "s", new(0, since.AddSeconds(1))),
            SessionMark.BindingOf(Token(("sub", "s"))),
        ];
        Assert.Equal(bound.Length, bound.Distinct().Count());
        Assert.Equal(bound[0], Bound("i", "s", new(0, since)));

        static string Bound(string issuer, string subject, SessionMark session) =>
            SessionMark.BindingOf(new TokenPerson(issuer, subject, "N", null).ToCookie("test", session));
    }

    private static ClaimsPrincipal Token(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity([.. claims.Select(claim => new Claim(claim.Type, claim.Value))], "token"));
}
