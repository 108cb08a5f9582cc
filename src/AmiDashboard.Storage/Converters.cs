using System.Text.Encodings.Web;
using System.Text.Json;
using AmiDashboard.Core;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmiDashboard.Storage;

/// <summary>Instants are UTC on both engines; SQLite would lose the kind.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        instant => instant.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );

internal sealed class CentsConverter() : ValueConverter<Money, long>(money => money.Cents, cents => new Money(cents));

/// <summary>A record kept whole as JSON text: read and written with its row, never queried inside.</summary>
internal sealed class JsonTextConverter<T>()
    : ValueConverter<T, string>(value => JsonText.Write(value), text => JsonText.Read<T>(text));

internal static class JsonText
{
    // The text goes into a database column, never into a page: only JSON's own escapes are needed.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new InvalidOperationException($"A stored {typeof(T).Name} is empty.");
}
