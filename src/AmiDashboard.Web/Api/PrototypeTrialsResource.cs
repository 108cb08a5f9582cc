using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Web.Api;

/// <summary>The trials with users, planned and held, and what they found.</summary>
internal sealed class PrototypeTrialsResource(PrototypeFigures figures) : ApiTable<TrialStanding>
{
    public override string Path => "prototypes/trials";

    public override string Name => "PrototypeTrials";

    public override Right Right => PrototypeFigures.Right;

    public override IReadOnlyList<ApiParameter> Parameters => ApiFilter.All;

    protected override IReadOnlyList<ApiColumn<TrialStanding>> Table { get; } =
    [
        new("id", ApiType.WholeNumber, 3, one => one.Trial.Id),
        new("edition", ApiType.WholeNumber, 1, one => one.Fact.Edition),
        new("number", ApiType.WholeNumber, 200_027, one => one.Number),
        new("title", ApiType.Text, "Cibler les contrôles", one => one.Fact.Title),
        ApiColumn<TrialStanding>.Named("audience", Audience.Agents, one => one.Audience),
        ApiColumn<TrialStanding>.Named("trialState", TrialStep.Held, one => one.Last.Step),
        new("trialOn", ApiType.Day, "2019-05-14", one => one.On),
        new("people", ApiType.WholeNumber, 24, one => one.People),
        new("tasksTried", ApiType.WholeNumber, 96, one => one.Last.Result?.TasksTried),
        new("tasksSucceeded", ApiType.WholeNumber, 81, one => one.Last.Result?.TasksSucceeded),
        new("successRate", ApiType.Share, 0.8438m, one => Exact(one.Last.Result?.SuccessRate)),
        new("usability", ApiType.Number, 72.5m, one => Exact(one.Last.Result?.UsabilityScore)),
        new("satisfaction", ApiType.Number, 4.1m, one => Exact(one.Last.Result?.MeanSatisfaction)),
    ];

    protected override long KeyOf(TrialStanding row) => row.Trial.Id;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var known = await figures.RunAsync(question.Viewer, new(question.Filter), cancellation);
        return Folded($"{known.Stamp}", () => TrialStanding.Of(known.Facts, known.Scope));
    }

    private static decimal? Exact(double? number) => (decimal?)number;
}
