namespace AmiDashboard.Web.Charts;

/// <summary>Names the resources of notes on charts.</summary>
public sealed class NoteTexts;
