using AmiDashboard.Core;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>Leaves the nested readers with the reason for which a file is refused whole; <see cref="ReadExport"/> turns it into a value, so that none leaves it.</summary>
public sealed class UnreadableExportException(string key, params object[] arguments) : Exception(key)
{
    public Refusal Refusal { get; } = new(key, arguments);
}
