namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Who wants to hear of changes, each until they dispose of what they got. They come and go while others are being told: who
/// tells goes through those who were there when it began.
/// </summary>
internal sealed class Listeners<T>
    where T : class
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<T> present = [];

    public IReadOnlyList<T> Present => present;

    public IDisposable Add(T listener)
    {
        lock (gate)
        {
            present = [.. present, listener];
        }

        return new Leaving(() =>
        {
            lock (gate)
            {
                present = [.. present.Where(other => !ReferenceEquals(other, listener))];
            }
        });
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
