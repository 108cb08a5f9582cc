namespace AmiDashboard.Web.Acts;

/// <summary>Names the resources of questions that are asked before something is done.</summary>
public sealed class ActTexts;
