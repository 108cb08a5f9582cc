namespace AmiDashboard.Web.People;

/// <summary>Texts of the page of people and of what profiles are called.</summary>
public sealed class PeopleTexts;
