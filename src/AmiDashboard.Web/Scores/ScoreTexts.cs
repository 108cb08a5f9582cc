namespace AmiDashboard.Web.Scores;

/// <summary>Names the resources of the pages of scores and decisions.</summary>
public sealed class ScoreTexts;
