using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// One row as one line of JSON, in values that both engines share: instants in ISO 8601 UTC, money in cents, enumerations
/// by name, records as the very text that the database keeps.
/// </summary>
internal sealed class RowText(IEntityType table)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly (IProperty Property, ValueConverter? Converter, Type Type)[] columns =
    [
        .. table
            .GetProperties()
            .Select(property =>
            {
                var converter = property.IsPrimitiveCollection ? null : property.GetTypeMapping().Converter;
                return (property, converter, converter?.ProviderClrType ?? property.ClrType);
            }),
    ];

    /// <summary>Names of the columns: a backup tells them, so that another model's backup is known.</summary>
    public IReadOnlyList<string> Columns => [.. columns.Select(column => column.Property.Name)];

    public byte[] Write(object row)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartObject();
            foreach (var (property, converter, type) in columns)
            {
                var value = property.PropertyInfo!.GetValue(row);
                json.WritePropertyName(property.Name);
                JsonSerializer.Serialize(
                    json,
                    value is null ? null : converter?.ConvertToProvider(value) ?? value,
                    Nullable(type),
                    Options
                );
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Fills an entity that is not tracked yet.</summary>
    public void Read(string line, EntityEntry entry)
    {
        using var json = JsonDocument.Parse(line);
        foreach (var (property, converter, type) in columns)
        {
            var value = json.RootElement.GetProperty(property.Name).Deserialize(Nullable(type), Options);
            entry.Property(property).CurrentValue = value is null
                ? null
                : converter?.ConvertFromProvider(value) ?? value;
        }
    }

    private static Type Nullable(Type type) =>
        type.IsValueType && System.Nullable.GetUnderlyingType(type) is null
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;
}
