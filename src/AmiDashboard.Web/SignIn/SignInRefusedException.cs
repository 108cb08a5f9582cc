namespace AmiDashboard.Web.SignIn;

/// <summary>Why a sign-in that the provider accepted is refused here; the page says it in words.</summary>
public enum SignInRefusal
{
    /// <summary>The provider was not reached, or refused, or the answer came too late.</summary>
    Provider,

    /// <summary>The token says that a part of it was left out.</summary>
    Incomplete,

    NoSubject,
}

public sealed class SignInRefusedException(SignInRefusal refusal) : Exception($"The sign-in was refused: {refusal}.")
{
    public SignInRefusal Refusal { get; } = refusal;
}
