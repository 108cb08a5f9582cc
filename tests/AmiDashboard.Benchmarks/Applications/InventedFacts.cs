using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications;

/// <summary>Contributions as the board holds them, any number, the same each time.</summary>
internal static class InventedFacts
{
    private static readonly DateTime Opening = new(2018, 6, 14, 7, 0, 0, DateTimeKind.Utc);

    public static FigureScope Scope(ApplicationFilter filter) =>
        new(filter, Opening.AddYears(1), [new EditionDates(1, "Édition 1", Opening, Opening.AddDays(92))]);

    public static IReadOnlyList<ApplicationFact> Of(int count)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                {
                    var deposited = Opening.AddDays(92 * Math.Sqrt(random.NextDouble()));
                    var examined = deposited.AddDays(random.Next(1, 30));
                    return new ApplicationFact
                    {
                        Id = number,
                        Number = number,
                        Edition = 1,
                        DepositedAt = deposited,
                        Stage = Stage.UnderReview,
                        Ministry = $"Ministère {random.Next(40)}",
                        Techniques = [$"Technique {random.Next(12)}"],
                        Requested = new(random.Next(20_000, 300_000) * 100L),
                        Stages =
                        [
                            new DatedStage(Stage.Received, deposited),
                            new DatedStage(Stage.Eligible, examined),
                            new DatedStage(Stage.UnderReview, examined.AddDays(random.Next(1, 20))),
                        ],
                        SearchText = $"{number} projet de detection numero {number}",
                    };
                }),
        ];
    }
}
