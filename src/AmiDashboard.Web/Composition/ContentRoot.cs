namespace AmiDashboard.Web.Composition;

/// <summary>
/// Where <c>appsettings.json</c>, <c>wwwroot</c> and <c>data</c> stand: the root of the repository for a program built
/// inside it, the program's own folder once it is published.
/// </summary>
internal static class ContentRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Built inside the repository: <c>ROOT/{src,tests}/PROJECT/bin/…</c>.</summary>
    internal static string Find(string programFolder)
    {
        var folder = new DirectoryInfo(programFolder);
        while (folder is { Name: not "bin" })
        {
            folder = folder.Parent;
        }

        var root = folder?.Parent?.Parent?.Parent;
        return root is not null && File.Exists(System.IO.Path.Combine(root.FullName, "AmiDashboard.sln"))
            ? root.FullName
            : programFolder;
    }
}
