using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.People;

/// <summary>
/// Makes a request of any type that points beyond a perimeter: to the edition, to an application of it, to the row of an id.
/// What is no address is filled in so that it is taken seriously.
/// </summary>
internal sealed class ForgedRequests(int edition, int application, int firstId, DateOnly today)
{
    private const int Ids = 8;

    private static readonly MethodInfo OneOfMethod = typeof(ForgedRequests).GetMethod(
        nameof(OneOf),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>One for each id, as far as the type has any. The version is the first: whether it is right is asked later.</summary>
    public List<object> Of(Type type) =>
        [
            .. Enumerable
                .Range(firstId, Ids)
                .Select(id => Make(type, "", id)!)
                .DistinctBy(request => JsonSerializer.Serialize(request, type)),
        ];

    private object? Make(Type type, string name, int id)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            // A pair of an id and its version says what is moved: nothing is.
            return typeof(ITuple).IsAssignableFrom(underlying) ? null : Make(underlying, name, id);
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return Convert.ChangeType(NumberOf(name, id), type, null);
        }

        return type switch
        {
            _ when type == typeof(string) => TextOf(name),
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => today,
            _ when type == typeof(DateTime) => today.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc),
            _ when type == typeof(Money) => Money.FromEuros(1_000),
            _ when type == typeof(decimal) => 1m,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(Perimeter) => Perimeter.OfEdition(edition),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(type) => Several(type, name, id),
            { IsArray: true } => Array.CreateInstance(type.GetElementType()!, 0),
            _ when IsOurs(type) || typeof(ITuple).IsAssignableFrom(type) => Whole(type, id),
            _ => type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null,
        };
    }

    private static string TextOf(string name) =>
        name switch
        {
            "Email" or "Emails" => "x@example.invalid",
            "Chart" => "deposits",
            _ => "Motif",
        };

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("AmiDashboard", StringComparison.Ordinal);

    private int NumberOf(string name, int id) =>
        name.ToUpperInvariant() switch
        {
            "EDITION" => edition,
            "NUMBER" or "NUMBERS" or "BINNED" or "APPLICATIONS" => application,
            "VERSION" or "DECISIONSTAMP" => 0,
            "MINUTES" => 60,
            _ => id,
        };

    private object Several(Type type, string name, int id)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length > 1)
        {
            return type.Namespace == typeof(ImmutableArray).Namespace
                ? type.GetField("Empty", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
                : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        }

        var one = Make(arguments[0], name, id);
        return OneOfMethod.MakeGenericMethod([type, .. arguments]).Invoke(null, [one])!;
    }

    private static object OneOf<TSeveral, T>(T one) =>
        typeof(TSeveral) == typeof(ImmutableArray<T>) ? ImmutableArray.Create(one)
        : typeof(TSeveral).IsAssignableFrom(typeof(List<T>)) ? new List<T> { one }
        : new HashSet<T> { one };

    /// <summary>By its widest constructor, then by what it can only be given by name.</summary>
    private object Whole(Type type, int id)
    {
        var constructor = type.GetConstructors()
            .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length);
        var made = constructor is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : constructor.Invoke([
                .. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!, id)),
            ]);
        foreach (
            var property in type.GetProperties()
                .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)) && property.CanWrite)
        )
        {
            property.SetValue(made, Make(property.PropertyType, property.Name, id));
        }

        return made;
    }
}
