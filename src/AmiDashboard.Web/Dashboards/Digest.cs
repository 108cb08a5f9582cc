using System.Collections.Immutable;
using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>What a message tells one person, in words of their language: no form of it adds anything.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Situation">Of when, of which dashboard and edition.</param>
/// <param name="SinceWords">What the changes are counted since.</param>
/// <param name="Figures">Of the dashboard; none in an alert.</param>
/// <param name="Alerts">Those that are raised; none in an alert by threshold alone.</param>
/// <param name="Awaiting">Null in an alert.</param>
/// <param name="Address">Of the dashboard on that day.</param>
/// <param name="Page">On which digests are chosen and stopped.</param>
/// <param name="Readings">What the look at the thresholds said.</param>
public sealed record Digest(
    string Language,
    string Subject,
    string Title,
    string Situation,
    string SinceWords,
    ImmutableArray<DigestFigure> Figures,
    ImmutableArray<DigestThreshold> Thresholds,
    ImmutableArray<DigestAlert> Alerts,
    ImmutableArray<DigestWork>? Awaiting,
    Uri Address,
    Uri Page,
    ImmutableArray<ThresholdReading> Readings
)
{
    /// <summary>Whether there is something to send that nobody asked a digest for.</summary>
    public bool HasNews => Readings.Any(reading => reading.IsNew);
}

/// <param name="Name">Of the key figure.</param>
/// <param name="Change">Signed, or that there is none; null where nothing is known of before.</param>
public sealed record DigestFigure(string Name, string Label, string Value, string? Change);

/// <param name="Sentence">What was asked and what is now.</param>
/// <param name="IsNew">Crossed since the last look.</param>
public sealed record DigestThreshold(string Sentence, bool IsNew);

/// <param name="Projects">Some of them, by number and title.</param>
public sealed record DigestAlert(
    string Name,
    string Label,
    string Value,
    string? Change,
    ImmutableArray<string> Projects
);

/// <param name="When">The day it is due on or waits since; null for none.</param>
public sealed record DigestWork(string Text, string? Of, string? When, Uri Address);
