namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>What the source may answer instead of data. Each has its sentence, <c>Sync_</c> and the name.</summary>
public enum SourceFailureKind
{
    TokenExpired,

    /// <summary>Wrong, or not granted for this démarche.</summary>
    TokenRefused,

    NetworkForbidden,
    NotFound,

    /// <summary>The query itself: not parsed, an unknown field, a wrong argument.</summary>
    QueryRefused,

    Timeout,

    /// <summary>One inconsistent dossier breaks the whole page.</summary>
    InvalidNull,

    Throttled,
    Internal,
    Unreachable,

    /// <summary>Not the JSON that was asked for: a proxy, a sign-in page, another service.</summary>
    NotUnderstood,

    TooLarge,
}

/// <param name="Detail">The source's own words, short; never the token.</param>
/// <param name="RetryAfter">How long the source asks to wait, where it says so.</param>
/// <param name="Node">Index on the page of the dossier at fault, where the source says so.</param>
public sealed record SourceFailure(
    SourceFailureKind Kind,
    string? Detail = null,
    TimeSpan? RetryAfter = null,
    int? Node = null
)
{
    public string Key => $"Sync_{Kind}";

    /// <summary>Whether a smaller page may succeed.</summary>
    public bool IsOfPage =>
        Kind is SourceFailureKind.Timeout or SourceFailureKind.InvalidNull or SourceFailureKind.TooLarge;

    /// <summary>Whether the same question may succeed a little later.</summary>
    public bool IsPassing =>
        Kind is SourceFailureKind.Throttled or SourceFailureKind.Internal or SourceFailureKind.Unreachable;
}

/// <summary>What was asked for, or why it did not come.</summary>
internal readonly record struct Answer<T>(T? Value, SourceFailure? Failure)
    where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(SourceFailure failure) => new(null, failure);
}
