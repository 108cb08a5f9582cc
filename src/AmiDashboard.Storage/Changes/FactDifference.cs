using System.Collections;
using System.Reflection;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Compares two facts to the last field, private ones too. Records alone would not do: their lists are equal only where
/// they are the same list.
/// </summary>
internal static class FactDifference
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string),
        typeof(decimal),
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(DateOnly),
        typeof(TimeOnly),
        typeof(TimeSpan),
        typeof(Guid),
    ];

    /// <summary>Where they differ first, such as « .Budget.Payments[2].State »; null where they do not.</summary>
    public static string? Between(object? one, object? other) => Between(one, other, "", []);

    private static string? Between(object? one, object? other, string path, HashSet<(object, object)> seen)
    {
        if (ReferenceEquals(one, other))
        {
            return null;
        }

        if (one is null || other is null || one.GetType() != other.GetType())
        {
            return path;
        }

        var type = one.GetType();
        if (type.IsPrimitive || type.IsEnum || Plain.Contains(type))
        {
            return one.Equals(other) ? null : path;
        }

        // Two facts that point at each other would be compared without end.
        if (!type.IsValueType && !seen.Add((new Same(one), new Same(other))))
        {
            return null;
        }

        return (one, other) switch
        {
            (IDictionary first, IDictionary second) => BetweenDictionaries(first, second, path, seen),
            (IEnumerable first, IEnumerable second) => BetweenLists(first, second, path, seen),
            _ => FieldsOf(type)
                .Select(field => Between(field.GetValue(one), field.GetValue(other), $"{path}.{NameOf(field)}", seen))
                .FirstOrDefault(difference => difference is not null),
        };
    }

    private static string? BetweenDictionaries(
        IDictionary one,
        IDictionary other,
        string path,
        HashSet<(object, object)> seen
    ) =>
        one.Count != other.Count
            ? $"{path}.Count"
            : one
                .Keys.Cast<object>()
                .Select(key =>
                    other.Contains(key) ? Between(one[key], other[key], $"{path}[{key}]", seen) : $"{path}[{key}]"
                )
                .FirstOrDefault(difference => difference is not null);

    private static string? BetweenLists(IEnumerable one, IEnumerable other, string path, HashSet<(object, object)> seen)
    {
        object?[] first = [.. one.Cast<object?>()];
        object?[] second = [.. other.Cast<object?>()];
        return first.Length != second.Length
            ? $"{path}.Count"
            : first
                .Select((item, index) => Between(item, second[index], $"{path}[{index}]", seen))
                .FirstOrDefault(difference => difference is not null);
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (
                var field in part.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                yield return field;
            }
        }
    }

    /// <summary>A property's own field is called « &lt;Name&gt;k__BackingField ».</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private sealed record Same(object It)
    {
        public bool Equals(Same? other) => ReferenceEquals(It, other?.It);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(It);
    }
}
