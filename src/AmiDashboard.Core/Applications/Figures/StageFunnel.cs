using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications.Figures;

/// <summary>How many applications stand in each stage at the scope's instant; every stage is there, the empty ones too.</summary>
public sealed record StageFunnel(FigureScope Scope, ImmutableArray<StageCount> Stages)
{
    public int Total => Stages.Sum(stage => stage.Count.Applications);

    public static StageFunnel Of(IEnumerable<ApplicationFact> facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var counts = new int[Enum.GetValues<Stage>().Length];
        foreach (var fact in scope.Admitted(facts))
        {
            counts[(int)fact.Stage]++;
        }

        return new StageFunnel(
            scope,
            [
                .. Enum.GetValues<Stage>()
                    .Where(stage => scope.Filter.Stage is not { } wanted || wanted == stage)
                    .Select(stage => new StageCount(
                        stage,
                        new Count(counts[(int)stage], scope.Filter with { Stage = stage })
                    )),
            ]
        );
    }
}

public sealed record StageCount(Stage Stage, Count Count);
