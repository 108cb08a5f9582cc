using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmiDashboard.Scores;

/// <summary>Writes a dictionary whose key is a pair, which JSON has no form for, as a list: all that an answer holds is seen.</summary>
internal sealed class PairKeyed : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && typeToConvert.GetGenericArguments() is [{ IsGenericType: true } key, _]
        && key.GetGenericTypeDefinition() == typeof(ValueTuple<,>)
        && typeof(IDictionary).IsAssignableFrom(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert));

    private sealed class Writer<T> : JsonConverter<T>
        where T : IDictionary
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (DictionaryEntry entry in value)
            {
                writer.WriteStringValue($"{entry.Key}");
                JsonSerializer.Serialize(writer, entry.Value, options);
            }

            writer.WriteEndArray();
        }
    }
}
