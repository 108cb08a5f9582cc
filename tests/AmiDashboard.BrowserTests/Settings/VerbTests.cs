using AmiDashboard.Running;

namespace AmiDashboard.Settings;

public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("amidashboard-");

    private (string, string) Database => ("ConnectionStrings__AmiDashboard", $"Data Source={In("facts.db")}");

    private (string, string) Other => ("ConnectionStrings__AmiDashboard", $"Data Source={In("other.db")}");

    [Theory]
    [InlineData("sync", "--full")]
    [InlineData("import", "--edition")]
    [InlineData("seed", "--applications")]
    [InlineData("verify", "whole")]
    [InlineData("backup", "FILE")]
    [InlineData("restore", "FILE")]
    [InlineData("migrate", "migration")]
    public async Task Each_verb_explains_itself(string verb, string word)
    {
        var (code, output, _) = await ProgramProcess.RunAsync([verb, "--help"]);
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
    public async Task A_database_is_made_verified_backed_up_and_restored()
    {
        Assert.Equal(1, (await ProgramProcess.RunAsync(["verify"], Database)).Code);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["migrate"], Database)).Code);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["seed", "--applications", "5"], Database)).Code);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["verify"], Database)).Code);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["backup", In("copy.db")], Database)).Code);

        var again = await ProgramProcess.RunAsync(["backup", In("copy.db")], Database);
        Assert.Equal(1, again.Code);
        Assert.Contains("exists", again.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(In("text.db"), "not a backup, though long enough to be looked at");
        Assert.Equal(1, (await ProgramProcess.RunAsync(["restore", In("text.db")], Other)).Code);
        Assert.Equal(1, (await ProgramProcess.RunAsync(["restore", In("absent.db")], Other)).Code);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["restore", In("copy.db")], Other)).Code);
        Assert.Contains(
            "5 applications",
            (await ProgramProcess.RunAsync(["verify"], Other)).Output,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await ProgramProcess.RunAsync(["restore", In("copy.db")], Other)).Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(folder.FullName, name);
}
