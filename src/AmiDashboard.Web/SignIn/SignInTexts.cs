namespace AmiDashboard.Web.SignIn;

/// <summary>Texts of signing in and out, and of the page of those who have no right.</summary>
public sealed class SignInTexts;
