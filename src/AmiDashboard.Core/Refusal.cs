using System.Diagnostics.CodeAnalysis;

namespace AmiDashboard.Core;

/// <summary>Why an operation did nothing: a message key of the resources and its arguments. A value, not an exception.</summary>
public sealed record Refusal(string Key, params IReadOnlyList<object> Arguments)
{
    public static readonly Refusal NoRight = new("Refusal_NoRight");
    public static readonly Refusal NotFound = new("Refusal_NotFound");

    /// <summary>Someone else changed the same thing since it was shown.</summary>
    public static readonly Refusal Conflict = new("Refusal_Conflict");
}

/// <summary>What an operation answers: its result, or the reason it was refused.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static Outcome<T> FromT(T value) => value;

    public static Outcome<T> FromRefusal(Refusal refusal) => refusal;
}
