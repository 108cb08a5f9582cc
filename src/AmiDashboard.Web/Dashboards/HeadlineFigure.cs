using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Web.Dashboards;

/// <summary>One number of the headline, and the rows it was counted from.</summary>
/// <param name="Name">Key of its label, and of <c>data-figure</c>.</param>
public sealed record HeadlineFigure(string Name, string Value, ApplicationFilter Rows)
{
    private static readonly Dictionary<Stage, string> Headlined = new()
    {
        [Stage.UnderReview] = "underReview",
        [Stage.Shortlisted] = "shortlisted",
        [Stage.Laureate] = "laureates",
    };

    public static IReadOnlyList<HeadlineFigure> Of(FigureFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var funnel = StageFunnel.Of(facts.Facts, facts.Scope);
        var ministries = MinistryBreakdown.Of(facts.Facts, facts.Scope);
        var filter = facts.Scope.Filter;
        return
        [
            new("applications", Whole(ministries.Whole.Applications), filter),
            .. funnel
                .Stages.Where(stage => Headlined.ContainsKey(stage.Stage))
                .Select(stage => new HeadlineFigure(
                    Headlined[stage.Stage],
                    Whole(stage.Count.Applications),
                    stage.Count.Rows
                )),
            new(
                "requested",
                new Money(ministries.Parts.Sum(part => part.Requested.Cents)).Written(CultureInfo.CurrentCulture),
                filter
            ),
        ];
    }

    private static string Whole(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
