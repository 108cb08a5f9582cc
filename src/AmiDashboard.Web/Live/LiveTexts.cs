namespace AmiDashboard.Web.Live;

/// <summary>Names the resources of live updates.</summary>
public sealed class LiveTexts;
