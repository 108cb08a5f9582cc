using AmiDashboard.Storage;

namespace AmiDashboard.House;

/// <summary>A page cannot reach the data but by an operation or a read: the database context is Storage's own.</summary>
public sealed class ContextIsInternalTests
{
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";

    [Fact]
    public void No_context_is_public()
    {
        var types = typeof(Store).Assembly.GetTypes();
        Assert.Contains(types, IsContext);
        Assert.Empty(Broken(types));
    }

    [Fact]
    public void No_public_member_hands_a_context_out()
    {
        var members = typeof(Store)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => IsContext(method.ReturnType));
        Assert.Empty(members);
    }

    [Fact]
    public void A_public_context_is_seen() =>
        Assert.Equal([nameof(PublicContext)], Broken([typeof(PublicContext), typeof(string)]));

    private static IEnumerable<string> Broken(IEnumerable<Type> types) =>
        types.Where(type => type.IsVisible && IsContext(type)).Select(type => type.Name);

    private static bool IsContext(Type? type) =>
        type is not null && (type.FullName == Context || IsContext(type.BaseType));

    public abstract class PublicContext : Microsoft.EntityFrameworkCore.DbContext;
}
