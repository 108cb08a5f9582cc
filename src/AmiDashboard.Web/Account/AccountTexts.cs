namespace AmiDashboard.Web.Account;

/// <summary>Texts of what a person keeps for themselves: their access keys.</summary>
public sealed class AccountTexts;
