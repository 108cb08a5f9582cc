using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>Leaves the nested readers with the reason for which a file is refused whole; <see cref="IncomingFile"/> turns it into a value, so that none leaves it.</summary>
public sealed class UnreadableFileException(string key, params object[] arguments) : Exception(key)
{
    public Refusal Refusal { get; } = new(key, arguments);
}
