using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AmiDashboard.Core;
using AmiDashboard.Storage;

namespace AmiDashboard.House;

/// <summary>Core needs nothing but the language: no package, no file, no network, no clock.</summary>
public sealed class CoreIsPureTests
{
    private static readonly string[] RefusedNamespaces =
    [
        "System.Data",
        "System.Diagnostics.Process",
        "System.IO",
        "System.Net",
        "Microsoft",
    ];
    private static readonly string[] RefusedTypes =
    [
        "System.Console",
        "System.TimeProvider",
        "System.Diagnostics.Stopwatch",
        "System.Threading.Timer",
    ];

    // Embedded by the compiler into every assembly.
    private static readonly string[] Compilers = ["Microsoft.CodeAnalysis.EmbeddedAttribute"];

    [Fact]
    public void Core_has_no_package()
    {
        var project = Assert.Single(Repository.Projects, file => file.Name == "AmiDashboard.Core.csproj");
        Assert.DoesNotContain("Reference", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Core_reads_and_writes_nothing_and_asks_no_clock() =>
        Assert.Empty(Broken(TypesUsedBy(typeof(Money).Assembly.Location)));

    [Fact]
    public void An_assembly_that_touches_files_is_seen()
    {
        var broken = Broken(TypesUsedBy(typeof(Store).Assembly.Location)).ToList();
        Assert.Contains("System.IO.Directory", broken);
        Assert.Contains(broken, type => type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System.IO.File", true)]
    [InlineData("System.Net.Http.HttpClient", true)]
    [InlineData("System.TimeProvider", true)]
    [InlineData("System.Linq.Enumerable", false)]
    [InlineData("System.IOther", false)]
    public void A_type_is_judged_by_its_whole_name(string type, bool isBroken) =>
        Assert.Equal(isBroken, Broken([type]).Any());

    private static IEnumerable<string> Broken(IEnumerable<string> types) =>
        types.Where(type =>
            !Compilers.Contains(type)
            && (
                RefusedTypes.Contains(type)
                || RefusedNamespaces.Any(refused => type.StartsWith(refused + ".", StringComparison.Ordinal))
            )
        );

    private static List<string> TypesUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
