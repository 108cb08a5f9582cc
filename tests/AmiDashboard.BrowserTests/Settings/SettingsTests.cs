using AmiDashboard.Api;
using AmiDashboard.Running;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Database:Provider=Oracle", "Sqlite or PostgreSql")]
    [InlineData("Database:Provder=Sqlite", "is not known")]
    [InlineData("ConnectionStrings:AmiDashboard=Fichier=x", "Data Source=")]
    [InlineData("Demonstration:Enabled=oui", "true or false")]
    [InlineData("DemarchesSimplifiees:Demarche=douze", "a whole number")]
    [InlineData("DemarchesSimplifiees:TokenExpires=31/01/2027", "as 2027-01-31")]
    [InlineData("DemarchesSimplifiees:Interval=00:00:01", "from 00:01:00")]
    [InlineData("DemarchesSimplifiees:BaseUrl=ftp://x.fr", "https://")]
    [InlineData("DemarchesSimplifiees:BaseUrl=http://source.example.fr", "https://")]
    [InlineData("Smtp:Port=99999", "from 1 to 65535")]
    [InlineData("Smtp:From=nobody", "one e-mail address")]
    [InlineData("Mail:Site=intranet", "https://")]
    [InlineData("Mail:Site=https://intranet.example.fr/ami?a=b", "without « ? »")]
    [InlineData("Mail:Site=https://intranet.example.fr/ami#a", "without « ? »")]
    [InlineData("Mail:Folders=data", "is not known")]
    [InlineData("Limits:ExportsAtOnce=0", "from 1 to 1000")]
    [InlineData("Session:Lifetime=00:10:00", "from 00:15:00 to 1.00:00:00")]
    [InlineData("Session:Lifetime=2.00:00:00", "from 00:15:00 to 1.00:00:00")]
    [InlineData("Session:Life=12:00:00", "is not known")]
    public async Task A_wrong_setting_stops_the_start_and_the_sentence_names_it_and_the_remedy(
        string setting,
        string remedy
    )
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => RunningProgram.StartAsync(setting));
        var name = setting.Split('=')[0];
        Assert.Equal(name, wrong.Setting);
        Assert.Contains($"The setting {name} ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_cannot_be_one_stops_the_start_and_is_not_repeated()
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync(
                "DemarchesSimplifiees:Token=jeton-recopié",
                "DemarchesSimplifiees:Demarche=1",
                "DemarchesSimplifiees:Edition=1"
            )
        );
        Assert.Equal("DemarchesSimplifiees:Token", wrong.Setting);
        Assert.DoesNotContain("recopié", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DemarchesSimplifiees:Token", "DemarchesSimplifiees:Demarche=1")]
    [InlineData("DemarchesSimplifiees:Demarche", "DemarchesSimplifiees:Token=t")]
    [InlineData("DemarchesSimplifiees:Edition", "DemarchesSimplifiees:Token=t", "DemarchesSimplifiees:Demarche=1")]
    [InlineData("Smtp:From", "Smtp:Host=mail.example.fr")]
    [InlineData("Smtp:Password", "Smtp:Host=mail.example.fr", "Smtp:From=a@b.fr", "Smtp:User=u")]
    [InlineData(
        "Smtp:Tls",
        "Smtp:Host=mail.example.fr",
        "Smtp:From=a@b.fr",
        "Smtp:User=u",
        "Smtp:Password=p",
        "Smtp:Tls=false"
    )]
    [InlineData("ConnectionStrings:AmiDashboard", "Database:Provider=PostgreSql", "ConnectionStrings:AmiDashboard=")]
    public async Task Half_a_section_is_refused_for_what_it_lacks(string missing, params string[] settings)
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => RunningProgram.StartAsync(settings));
        Assert.Equal(missing, wrong.Setting);
    }

    [Fact]
    public async Task A_secret_that_is_wrong_is_not_repeated()
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync("Database:Provider=PostgreSql", "ConnectionStrings:AmiDashboard=Pasword=s3cret")
        );
        Assert.DoesNotContain("s3cret", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_ends_with_code_2_one_sentence_and_no_stack_trace()
    {
        var (code, output, error) = await ProgramProcess.RunAsync(["--Database:Provider=Oracle"]);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
        Assert.StartsWith("The setting Database:Provider is « Oracle »", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=/proc/nowhere/facts.db")]
    [InlineData("Data Source=/etc/hostname")]
    public async Task A_database_that_cannot_be_opened_is_said_in_a_sentence(string connection)
    {
        var (code, _, error) = await ProgramProcess.RunAsync([], ("ConnectionStrings__AmiDashboard", connection));
        Assert.Equal(2, code);
        Assert.Contains("ConnectionStrings:AmiDashboard", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_variables_override_the_file()
    {
        var (code, _, error) = await ProgramProcess.RunAsync(["verify"], ("Database__Provider", "Access"));
        Assert.Equal(2, code);
        Assert.Contains("« Access »", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://intranet.example.fr/ami")]
    [InlineData("https://intranet.example.fr/ami/")]
    public async Task Links_of_messages_keep_the_path_of_the_site(string site)
    {
        await using var program = await RunningProgram.StartAsync($"Mail:Site={site}");

        Assert.Equal(
            "https://intranet.example.fr/ami/budgets",
            new Uri(program.Get<ProgramSettings>().Mail.Site, "budgets").AbsoluteUri
        );
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        await using var program = await RunningProgram.StartAsync();
        var (code, _, error) = await ProgramProcess.RunAsync(["--urls", program.Address.AbsoluteUri]);
        Assert.Equal(1, code);
        Assert.Contains("--urls", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
