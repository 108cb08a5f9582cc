namespace AmiDashboard.House;

/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record TextFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public IEnumerable<string> Folders => Path.Split('/').SkipLast(1);
}

/// <summary>The repository's own text files, as a clone has them.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs =
    [
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "bin",
        "BenchmarkDotNet.Artifacts",
        "data",
        "node_modules",
        "obj",
        "TestResults",
    ];

    private static readonly HashSet<string> Binary =
    [
        ".db",
        ".gif",
        ".ico",
        ".jpg",
        ".ods",
        ".otf",
        ".pdf",
        ".png",
        ".ttf",
        ".woff",
        ".woff2",
        ".xlsx",
        ".zip",
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<TextFile> Files { get; } = [.. Read(new DirectoryInfo(Root))];

    public static IEnumerable<TextFile> Code =>
        Files.Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal) || IsRazor(file)).Where(IsByHand);

    public static IEnumerable<TextFile> Projects =>
        Files.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal));

    private static bool IsRazor(TextFile file) => file.Name.EndsWith(".razor", StringComparison.Ordinal);

    private static bool IsByHand(TextFile file) => !file.Folders.Contains("Migrations");

    // In a second work tree .git is a file, and not ours either.
    private static bool IsText(FileInfo file) => !Binary.Contains(file.Extension) && !NotOurs.Contains(file.Name);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AmiDashboard.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }

    private static IEnumerable<TextFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(IsText))
        {
            yield return new TextFile(
                Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'),
                File.ReadAllText(file.FullName)
            );
        }

        foreach (var child in folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)))
        {
            foreach (var file in Read(child))
            {
                yield return file;
            }
        }
    }
}
