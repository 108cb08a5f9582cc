using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A support session as it is typed: Paris wall-clock time, hours and minutes.</summary>
public sealed class TypedSession
{
    /// <summary>Paris wall-clock time.</summary>
    public DateTime? At { get; set; }

    public int Minutes { get; set; } = 120;

    public string? Coach { get; set; }

    public string? Topic { get; set; }

    public string? Place { get; set; }

    public string? Conclusions { get; set; }

    public string? Reason { get; set; }

    /// <summary>Those without a text are left out; without a day they are due two weeks later.</summary>
    public List<TypedAction> ToDo { get; } = [];

    private DateOnly TwoWeeksLater =>
        DateOnly.FromDayNumber(
            Math.Min(DateOnly.FromDateTime(At ?? default).DayNumber + 14, DateOnly.MaxValue.DayNumber)
        );

    public DateTime StartsAt => ParisTime.ToUtc(At ?? default);

    public ImmutableArray<GivenAction> Actions =>
        [
            .. ToDo.Where(action => !string.IsNullOrWhiteSpace(action.Text))
                .Select(action => new GivenAction(action.Text!, action.Owner ?? "", action.DueOn ?? TwoWeeksLater)),
        ];

    public static TypedSession Of(SupportSessionStep step) =>
        new()
        {
            At = ParisTime.FromUtc(step.StartsAt),
            Minutes = step.Minutes,
            Coach = step.Coach,
            Topic = step.Topic,
            Place = step.Place,
            Conclusions = step.Conclusions,
        };
}

/// <summary>An action of a session as it is typed.</summary>
public sealed class TypedAction
{
    public string? Text { get; set; }

    public string? Owner { get; set; }

    /// <summary>Paris day.</summary>
    public DateOnly? DueOn { get; set; }
}
