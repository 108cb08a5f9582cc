using System.Collections.Immutable;
using AmiDashboard.Core.Scores;
using CsCheck;

namespace AmiDashboard.Scores;

/// <summary>What a proposal is asked for; a drawn one that fails is printed with its seed by CsCheck.</summary>
internal sealed record SomeSoughtReviews(
    ImmutableArray<SoughtReviews> Applications,
    ImmutableArray<AvailableReviewer> Reviewers,
    int Least
)
{
    /// <summary>Tight ones: conflicts, reviewers that are full or nearly, and assignments made before.</summary>
    public static Gen<SomeSoughtReviews> Tight =>
        from reviewers in Reviewer(
            Gen.Frequency((1, Gen.Const((int?)null)), (4, Gen.Int[0, 4].Select(most => (int?)most)))
        ).Array[0, 7]
        from applications in Application(Some(Gen.Int[1, 8], 3), Some(Gen.Int[1, 8], 1)).Array[0, 9]
        from least in Gen.Int[1, 4]
        select Of(applications, reviewers, least);

    /// <summary>Nothing in the way of an even load but what reviewers have already.</summary>
    public static Gen<SomeSoughtReviews> Free(bool isExpert) =>
        from reviewers in Reviewer(Gen.Const((int?)null)).Array[4, 8]
        from applications in Application(Some(Gen.Int[1, 1], 0), Some(Gen.Int[1, 1], 0)).Array[1, 30]
        from least in Gen.Int[1, 4]
        select Of(
            applications,
            isExpert ? reviewers : [.. reviewers.Select(reviewer => reviewer with { Expertise = [] })],
            least
        );

    public AssignmentProposal Propose() => AssignmentProposal.Of(Applications, Reviewers, Least);

    /// <summary>What the reviewers have once the proposal is assigned, by reviewer.</summary>
    public Dictionary<int, int> LoadsAfter(AssignmentProposal proposal) =>
        Reviewers.ToDictionary(
            reviewer => reviewer.Id,
            reviewer => reviewer.Load + proposal.Assignments.Count(one => one.Reviewer == reviewer.Id)
        );

    private static SomeSoughtReviews Of(
        IEnumerable<SoughtReviews> applications,
        IEnumerable<AvailableReviewer> reviewers,
        int least
    ) =>
        new(
            [.. applications.Select((application, index) => application with { Number = 1001 + index })],
            [.. reviewers.Select((reviewer, index) => reviewer with { Id = 1 + index })],
            least
        );

    private static Gen<AvailableReviewer> Reviewer(Gen<int?> capacity) =>
        Gen.Select(
            Some(Technique, 2),
            Gen.Int[0, 3],
            capacity,
            (expertise, load, most) => new AvailableReviewer(0, [.. expertise], load, most)
        );

    private static Gen<SoughtReviews> Application(
        Gen<ImmutableHashSet<int>> barred,
        Gen<ImmutableHashSet<int>> assigned
    ) =>
        Gen.Select(
            Some(Technique, 2),
            barred,
            assigned,
            (techniques, no, has) => new SoughtReviews(0, [.. techniques], has, no)
        );

    private static Gen<string> Technique => Gen.Int[1, 3].Select(which => $"Technique {which}");

    private static Gen<ImmutableHashSet<T>> Some<T>(Gen<T> one, int most) =>
        one.Array[0, most].Select(all => all.ToImmutableHashSet());
}
