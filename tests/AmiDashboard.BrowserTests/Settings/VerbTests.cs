using System.CommandLine;
using AmiDashboard.Running;
using AmiDashboard.Web.Commands;

namespace AmiDashboard.Settings;

public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("amidashboard-");

    private string Database => $"Data Source={In("facts.db")}";

    private string Other => $"Data Source={In("other.db")}";

    [Theory]
    [InlineData("edition", "--closes")]
    [InlineData("invite", "--email")]
    [InlineData("sync", "--full")]
    [InlineData("import", "--edition")]
    [InlineData("seed", "--applications")]
    [InlineData("verify", "whole")]
    [InlineData("backup", "FILE")]
    [InlineData("restore", "FILE")]
    [InlineData("migrate", "migration")]
    public async Task Each_verb_explains_itself(string verb, string word)
    {
        var (code, output, _) = await RunAsync(Database, verb, "--help");
        Assert.Equal(0, code);
        Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_does_not_exist_is_refused()
    {
        var (code, _, error) = await ProgramProcess.RunAsync(["frobnicate"]);
        Assert.Equal(1, code);
        Assert.Contains("frobnicate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_is_added_by_its_days_in_Paris_once()
    {
        string[] words = ["edition", "--number", "3", "--name", "Édition de 2027", "--opens", "2027-01-15"];
        Assert.Equal(0, (await RunAsync(Database, "migrate")).Code);
        var (wrong, _, error) = await RunAsync(Database, [.. words, "--closes", "2027-01-14"]);
        Assert.Equal(1, wrong);
        Assert.Contains("closes after it opens", error, StringComparison.Ordinal);

        var (code, output, _) = await RunAsync(Database, [.. words, "--closes", "2027-03-01"]);
        Assert.Equal(0, code);
        Assert.Contains("2027-03-01 23:59:59", output, StringComparison.Ordinal);
        var (again, _, taken) = await RunAsync(Database, [.. words, "--closes", "2027-03-01"]);
        Assert.Equal(1, again);
        Assert.Contains("exists already", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_administrator_is_told_a_code_and_others_are_expected_by_their_e_mail()
    {
        Assert.Equal(0, (await RunAsync(Database, "migrate")).Code);
        var (code, output, _) = await RunAsync(Database, "invite");
        Assert.Equal(0, code);
        Assert.Matches("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}\r?\nGives Administrator, all applications, once", output);

        string[] words = ["invite", "--profile", "Reviewer", "--email"];
        var (done, told, _) = await RunAsync(Database, [.. words, "Jeanne@example.fr"]);
        Assert.Equal(0, done);
        Assert.Contains("Jeanne@example.fr is invited, as Reviewer", told, StringComparison.Ordinal);
        var (wrong, _, error) = await RunAsync(Database, [.. words, "jeanne"]);
        Assert.Equal(1, wrong);
        Assert.Contains("not an e-mail address", error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(Database, [.. words, "a@b.fr", "--edition", "7"])).Code);
        Assert.Equal(1, (await RunAsync(Database, [.. words, "a@b.fr", "--edition", "1", "--applications", "1"])).Code);
    }

    [Fact]
    public async Task A_database_is_made_verified_backed_up_and_restored()
    {
        Assert.Equal(1, (await RunAsync(Database, "verify")).Code);
        Assert.Equal(0, (await RunAsync(Database, "migrate")).Code);
        Assert.Equal(0, (await RunAsync(Database, "seed", "--applications", "5")).Code);
        Assert.Equal(0, (await RunAsync(Database, "verify")).Code);
        Assert.Equal(0, (await RunAsync(Database, "backup", In("copy.db"))).Code);

        var again = await RunAsync(Database, "backup", In("copy.db"));
        Assert.Equal(1, again.Code);
        Assert.Contains("exists", again.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(In("text.db"), "not a backup, though long enough to be looked at");
        Assert.Equal(1, (await RunAsync(Other, "restore", In("text.db"))).Code);
        Assert.Equal(1, (await RunAsync(Other, "restore", In("absent.db"))).Code);
        Assert.Equal(0, (await RunAsync(Other, "restore", In("copy.db"))).Code);
        Assert.Contains("5 applications", (await RunAsync(Other, "verify")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(Other, "restore", In("copy.db"))).Code);
    }

    [Fact]
    public async Task A_process_of_its_own_writes_the_result_to_its_output_and_ends_with_the_code()
    {
        await RunAsync(Database, "migrate");
        var (code, output, error) = await ProgramProcess.RunAsync(
            ["verify"],
            ("ConnectionStrings__AmiDashboard", Database)
        );
        Assert.Equal(0, code);
        Assert.StartsWith("0 applications", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A verb as the command line runs it, in this process: one of its own takes three seconds of a core to begin.</summary>
    private static async Task<(int Code, string Output, string Error)> RunAsync(string database, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. args, "--environment=Development", $"--ConnectionStrings:AmiDashboard={database}"],
            new InvocationConfiguration { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }

    private string In(string name) => Path.Combine(folder.FullName, name);
}
