using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;

namespace AmiDashboard.Demonstration;

public sealed class PersonasTests
{
    [Fact]
    public void There_is_one_persona_for_each_name_that_may_sign_in()
    {
        Assert.Equal(
            "administrator dinsic dinsic2 ditp ditp2 sgpi cdc cdc2 leadership reviewer1 reviewer2 reviewer3 reviewer4 "
                + "reviewer5 reviewer6 ministry1 ministry2 ministry3 ministry4 nobody",
            string.Join(' ', Personas.All.Select(persona => persona.Key))
        );
        Assert.Null(Personas.Find("unknown"));
        Assert.Null(Personas.Find(null));
    }

    [Fact]
    public void Every_profile_is_held_by_some_persona_and_nobody_holds_none()
    {
        Assert.Equal(Enum.GetValues<Profile>(), Personas.All.SelectMany(one => one.Profiles).Distinct().Order());
        Assert.Empty(Personas.Find("nobody")!.Profiles);
        Assert.True(Personas.Find("nobody")!.Perimeter.IsNothing);
    }

    [Fact]
    public void A_subject_is_the_same_on_every_machine_and_nobody_else_s()
    {
        Assert.Equal(Personas.All.Count, Personas.All.Select(persona => persona.Subject).Distinct().Count());
        Assert.Equal(new Guid("83a92acd-4407-95a3-f6d2-2bcc41d611b3"), Personas.Find("dinsic")!.Subject);
    }

    [Fact]
    public void Six_reviewers_may_be_given_any_application() =>
        Assert.Equal(
            6,
            Personas.All.Count(persona => persona.Profiles.Contains(Profile.Reviewer) && persona.Perimeter.IsEverything)
        );

    [Theory]
    [InlineData("ministry1", "AFB")]
    [InlineData("ministry2", "CHU de Toulouse")]
    [InlineData("ministry3", "DGAL")]
    [InlineData("ministry4", "DGCCRF")]
    public void A_ministry_s_team_sees_its_own_application_only(string key, string organisation)
    {
        var number = Assert.Single(Personas.Find(key)!.Perimeter.Applications);
        var dossier = Programme.Applications.Single(one => one.Dossier.Number == number).Dossier;
        Assert.StartsWith(organisation, dossier.Applicant.Organisation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_s_roles_say_the_profile_and_its_applications()
    {
        Assert.Equal(["Dinsic"], Personas.Find("dinsic")!.Roles);
        var team = Personas.Find("ministry1")!;
        Assert.Equal([$"Ministry:{team.Perimeter.Applications.Single()}"], team.Roles);
        Assert.Empty(Personas.Find("nobody")!.Roles);
    }
}
