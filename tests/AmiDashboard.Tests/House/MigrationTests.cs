namespace AmiDashboard.House;

/// <summary>Decision 0036: models of days gone by are not carried along.</summary>
public sealed class MigrationTests
{
    private const string Model = ".Designer.cs";

    private static readonly string[] Rebuilding =
    [
        ".AlterColumn",
        ".DropColumn",
        ".AddForeignKey",
        ".DropForeignKey",
        ".AddPrimaryKey",
        ".DropPrimaryKey",
        ".AddUniqueConstraint",
        ".DropUniqueConstraint",
        ".AddCheckConstraint",
        ".DropCheckConstraint",
    ];

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public void Only_the_newest_migration_keeps_its_model_and_those_that_rebuild_a_table(string engine)
    {
        var files = Repository.Files.Where(file => file.Folders.SequenceEqual(FolderOf(engine))).ToList();
        var migrations = files
            .Where(file => char.IsDigit(file.Name[0]) && file.Name.Count(letter => letter == '.') == 1)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        Assert.True(migrations.Count > 1);

        var wanted = migrations
            .SkipLast(1)
            .Where(file => engine == "Sqlite" && Rebuilds(file))
            .Append(migrations[^1])
            .Select(file => file.Name.Replace(".cs", Model, StringComparison.Ordinal));
        Assert.Equal(wanted, files.Select(file => file.Name).Where(IsModel).Order(StringComparer.Ordinal));
    }

    private static string[] FolderOf(string engine) => ["src", "AmiDashboard.Storage", "Migrations", engine];

    private static bool IsModel(string name) => name.EndsWith(Model, StringComparison.Ordinal);

    private static bool Rebuilds(TextFile file) =>
        Rebuilding.Any(operation => file.Text.Contains(operation, StringComparison.Ordinal));
}
