using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>How far reviewers agree, on three measures, each read against the limits its authors gave.</summary>
/// <param name="Applications">Those that the filter admits and several reviewers scored: agreement is measured on such.</param>
/// <param name="ReviewsPerApplication">On the average.</param>
public sealed record AgreementFigure(
    FigureScope Scope,
    ImmutableArray<AgreementMeasure> Measures,
    ApplicationSet Applications,
    double ReviewsPerApplication
)
{
    public AgreementMeasure Of(AgreementKind kind) => Measures.First(measure => measure.Kind == kind);

    /// <summary>Without measures where agreement is not for the one who reads, or there is no review.</summary>
    public static AgreementFigure Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope);
        var shared = admitted
            .Counting.GroupBy(submission => submission.Application)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key);
        return new AgreementFigure(
            scope,
            facts.Agreement is not { } agreement
                ? []
                :
                [
                    new(AgreementKind.OneReviewer, agreement.Icc21),
                    new(AgreementKind.MeanOfReviewers, agreement.Icc2k),
                    new(AgreementKind.Alpha, agreement.Alpha),
                ],
            admitted.Set(shared),
            facts.Agreement?.ReviewsPerApplication ?? 0
        );
    }
}

public enum AgreementKind
{
    /// <summary>ICC(2,1): how far one reviewer's score tells the application's.</summary>
    OneReviewer,

    /// <summary>ICC(2,k): how far the mean of its reviewers does.</summary>
    MeanOfReviewers,

    /// <summary>Krippendorff's alpha, interval data.</summary>
    Alpha,
}

/// <param name="Value">At most 1; negative where reviewers disagree more than chance would; null where it is undefined.</param>
public sealed record AgreementMeasure(AgreementKind Kind, double? Value)
{
    /// <summary>Koo and Li 2016, Journal of Chiropractic Medicine 15: poor, moderate, good, excellent.</summary>
    private static readonly ImmutableArray<double> IccLimits = [.5, .75, .9];

    /// <summary>Krippendorff 2004, Content Analysis, chapter 11: unreliable, tentative, reliable.</summary>
    private static readonly ImmutableArray<double> AlphaLimits = [.667, .8];

    public ImmutableArray<double> Limits => Kind == AgreementKind.Alpha ? AlphaLimits : IccLimits;

    /// <summary>From 0 for the lowest; a limit belongs to the band above it. Null where the value is undefined.</summary>
    public int? Band => Value is { } value ? Limits.Count(limit => value >= limit) : null;
}
