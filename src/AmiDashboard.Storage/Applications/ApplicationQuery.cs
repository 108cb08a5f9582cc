using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>An <see cref="ApplicationFilter"/> as SQL: the same rule as <see cref="ApplicationFilter.Admits"/>, which a test compares.</summary>
internal static class ApplicationQuery
{
    public static IQueryable<Application> Shown(this IQueryable<Application> applications) =>
        applications.Where(application => application.Presence != Presence.PendingDeletion);

    public static IQueryable<Application> Matching(this IQueryable<Application> applications, ApplicationFilter filter)
    {
        applications = applications.Shown();
        if (filter.Edition is { } edition)
        {
            applications = applications.Where(application => application.Edition == edition);
        }

        if (filter.Stage is { } stage)
        {
            applications = applications.Where(application => application.Stage == stage);
        }

        if (filter.Ministry is { } ministry)
        {
            applications = applications.Where(application => (application.Ministry ?? "") == ministry);
        }

        if (filter.Technique is { } technique)
        {
            applications =
                technique.Length == 0
                    ? applications.Where(application => application.Techniques.Count == 0)
                    : applications.Where(application => application.Techniques.Any(one => one.Name == technique));
        }

        if (filter.DepositedFrom is { } first)
        {
            var from = ParisTime.StartOf(first);
            applications = applications.Where(application => application.DepositedAt >= from);
        }

        if (filter.DepositedTo is { } last)
        {
            var before = ParisTime.StartAfter(last);
            applications = applications.Where(application => application.DepositedAt < before);
        }

        // A condition a word: twenty of them at most.
        foreach (var word in filter.Search?.Folded ?? [])
        {
            var pattern = $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            applications = applications.Where(application => EF.Functions.Like(application.SearchText, pattern, "\\"));
        }

        if (filter.Numbers is { } only)
        {
            int[] numbers = [.. only.Numbers];
            applications = applications.Where(application => numbers.Contains(application.Number));
        }

        return filter.Step is { } step ? Finished(applications, step) : applications;
    }

    /// <summary>Applications that went through a step, as <see cref="ApplicationFact.DelayOf"/> has it.</summary>
    private static IQueryable<Application> Finished(IQueryable<Application> applications, Step step) =>
        step switch
        {
            Step.Eligibility => applications.Where(application =>
                application
                    .StageChanges.Where(change => change.Stage == Stage.Eligible || change.Stage == Stage.Ineligible)
                    .Min(change => (DateTime?)change.ValidFrom) >= application.DepositedAt
            ),
            Step.ReviewStart => applications.Where(application =>
                application
                    .StageChanges.Where(change => change.Stage == Stage.UnderReview)
                    .Min(change => (DateTime?)change.ValidFrom)
                >= application
                    .StageChanges.Where(change => change.Stage == Stage.Eligible)
                    .Min(change => (DateTime?)change.ValidFrom)
            ),
            Step.Review => applications.Where(application =>
                application
                    .StageChanges.Where(change =>
                        change.Stage == Stage.Shortlisted
                        || change.Stage == Stage.Laureate
                        || change.Stage == Stage.ReserveList
                        || change.Stage == Stage.NotSelected
                    )
                    .Min(change => (DateTime?)change.ValidFrom)
                >= application
                    .StageChanges.Where(change => change.Stage == Stage.UnderReview)
                    .Min(change => (DateTime?)change.ValidFrom)
            ),
            Step.WholeWay => applications.Where(application =>
                (
                    application.Stage == Stage.Laureate
                    || application.Stage == Stage.ReserveList
                    || application.Stage == Stage.NotSelected
                    || application.Stage == Stage.Ineligible
                )
                && application.StageSince >= application.DepositedAt
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
}
