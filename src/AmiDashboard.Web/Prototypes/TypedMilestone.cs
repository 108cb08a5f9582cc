using System.Globalization;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A milestone of a template as it is typed.</summary>
public sealed class TypedMilestone
{
    public MilestonePhase Phase { get; set; } = MilestonePhase.Review;

    public string? Name { get; set; }

    public int Weight { get; set; } = 10;

    public string? Owner { get; set; }

    public int Months { get; set; }

    public int Days { get; set; }

    /// <summary>Positions of those it waits for, apart by commas, semicolons or spaces.</summary>
    public string? After { get; set; }

    public TemplateMilestone ToMilestone() =>
        new(
            Phase,
            PlanText.Tidy(Name) ?? "",
            Weight,
            PlanText.Tidy(Owner) ?? "",
            Months,
            Days,
            [
                // What is no number is no position, and refused as such.
                .. (After ?? "")
                    .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Select(part =>
                        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                            ? position
                            : 0
                    ),
            ]
        );

    public static TypedMilestone Of(TemplateMilestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return new TypedMilestone
        {
            Phase = milestone.Phase,
            Name = milestone.Name,
            Weight = milestone.Weight,
            Owner = milestone.Owner,
            Months = milestone.Months,
            Days = milestone.Days,
            After = string.Join(", ", milestone.After),
        };
    }
}
