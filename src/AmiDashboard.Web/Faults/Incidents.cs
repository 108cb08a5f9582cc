using System.Security.Cryptography;

namespace AmiDashboard.Web.Faults;

/// <summary>
/// What failed in one page, under a number that the page shows and the log has: a person reads it out, an operator looks for
/// it. The number is the page's own from the moment it is served, so that it is there when nothing more can be asked.
/// </summary>
public sealed class Incidents(ILogger<Incidents> log)
{
    /// <summary>None that is taken for another, and none that makes words.</summary>
    private const string Signs = "23456789BCDFGHJKMNPQRSTVWXZ";

    private object? failed;
    private bool hasEnded;

    /// <summary>Eight digits and capitals. No secret, and nothing can be done with it.</summary>
    public string Number { get; private set; } = RandomNumberGenerator.GetString(Signs, 8);

    /// <summary>Whether an act failed that was not tried again since.</summary>
    public bool HasFailedAct => failed is not null;

    /// <summary>Called when <see cref="HasFailedAct"/> is another.</summary>
    public event Action? Changed;

    /// <summary>A circuit goes on under the number of the page that it makes live.</summary>
    public void Restore(string number) => Number = number;

    /// <summary>Something could not be shown.</summary>
    public void Log(Exception failure) => log.LogError(failure, "Incident {Number}: a part of a page failed.", Number);

    /// <summary>An act failed and says so itself.</summary>
    public void LogAct(Exception failure) => log.LogError(failure, "Incident {Number}: an act failed.", Number);

    /// <summary>The page is dead from now on; said once.</summary>
    public void LogEnd(Exception failure)
    {
        if (!Interlocked.Exchange(ref hasEnded, true))
        {
            log.LogError(failure, "Incident {Number}: a circuit ended.", Number);
        }
    }

    /// <summary>An act of <paramref name="component"/> failed: the page says so until it is tried again or read.</summary>
    public void Tell(object component, Exception failure)
    {
        LogAct(failure);
        failed = component;
        Changed?.Invoke();
    }

    /// <summary>Something else is asked of <paramref name="component"/>.</summary>
    public void TryAgain(object component)
    {
        if (failed == component)
        {
            Read();
        }
    }

    /// <summary>The person has read that an act failed.</summary>
    public void Read()
    {
        failed = null;
        Changed?.Invoke();
    }
}
