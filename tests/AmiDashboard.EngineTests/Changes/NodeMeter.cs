using System.Diagnostics.Metrics;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Changes;

/// <summary>What an operator's tool reads of one node's meter: the sum of a counter, the last value of a gauge.</summary>
internal sealed class NodeMeter : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, double> read = [];

    public NodeMeter(ChangeFeed feed)
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter == feed.Meter.Meter)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Take(instrument, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Take(instrument, value));
        listener.Start();
    }

    /// <summary>By the name after « amidashboard. »; a counter that counted nothing is 0.</summary>
    public double this[string name]
    {
        get
        {
            listener.RecordObservableInstruments();
            lock (gate)
            {
                return read.GetValueOrDefault($"amidashboard.{name}");
            }
        }
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value)
    {
        lock (gate)
        {
            read[instrument.Name] = instrument.IsObservable ? value : read.GetValueOrDefault(instrument.Name) + value;
        }
    }
}
