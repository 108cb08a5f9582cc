using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Limits;

/// <summary>
/// Files under way from browsers to this node: each is held in memory while it is read, so one person sends few at once,
/// and all together not many. How large one may be is said where it is taken.
/// </summary>
public sealed class Uploads(LimitSettings limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, int> ofPerson = [];
    private int ofAll;

    /// <summary>Room for one file, until it is disposed; refused where there is none.</summary>
    public Outcome<IDisposable> Begin(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var person = viewer.PersonId;
        lock (gate)
        {
            var own = ofPerson.GetValueOrDefault(person);
            if (own >= limits.UploadsAtOnce || ofAll >= limits.UploadsAtOnceOfAll)
            {
                return new Refusal("Refusal_Uploads");
            }

            (ofPerson[person], ofAll) = (own + 1, ofAll + 1);
        }

        return new Room(() => End(person));
    }

    private void End(int person)
    {
        lock (gate)
        {
            ofAll--;
            if (--ofPerson[person] == 0)
            {
                ofPerson.Remove(person);
            }
        }
    }

    private sealed class Room(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
