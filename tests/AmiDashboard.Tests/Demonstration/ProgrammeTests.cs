using System.Text.Json;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;

namespace AmiDashboard.Demonstration;

public sealed partial class ProgrammeTests
{
    private static readonly FieldMap Guessed = new([]);

    [Theory]
    [InlineData(1, 52, 6, 100_001)]
    [InlineData(2, 46, 15, 200_001)]
    public void Each_edition_has_its_published_count_of_applications_and_laureates(
        int edition,
        int applications,
        int laureates,
        int firstNumber
    )
    {
        var all = Of(edition);
        Assert.Equal(applications, all.Count);
        Assert.Equal(laureates, all.Count(one => one.Journey[^1].Stage == Stage.Laureate));
        Assert.Equal(Enumerable.Range(firstNumber, applications), all.Select(one => one.Dossier.Number));
        var deposits = all.Select(one => one.Dossier.DepositedAt).ToList();
        Assert.Equal(deposits.Order(), deposits);
    }

    [Theory]
    [InlineData(1, "ACOSS", "AFB", "ASN", "CHU de Toulouse", "DDTM de l’Hérault", "DGAL")]
    [InlineData(
        2,
        "Direction générale de la santé",
        "CHU de Bordeaux",
        "IRSN",
        "DGCL",
        "DGGN",
        "DGCCRF",
        "Cour de cassation",
        "IGN",
        "INSEE",
        "CRMA de Nouvelle-Aquitaine",
        "DGDDI"
    )]
    public void The_known_laureates_are_laureates_and_tell_their_source(int edition, params string[] organisations)
    {
        foreach (var organisation in organisations)
        {
            var laureate = Assert.Single(
                Of(edition),
                one => one.Dossier.Applicant.Organisation?.StartsWith(organisation, StringComparison.Ordinal) ?? false
            );
            Assert.Equal(Stage.Laureate, laureate.Journey[^1].Stage);
            Assert.Contains(
                "Source",
                ApplicationReading.Of(laureate.Dossier, Guessed).Summary,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Every_journey_keeps_to_the_stage_rules()
    {
        foreach (var application in Programme.Applications.Concat(GeneratedApplications.Of(500, seed: 3)))
        {
            var (stage, since) = (Stage.Received, application.Dossier.DepositedAt);
            foreach (var step in application.Journey)
            {
                Assert.Null(StageRules.Check(stage, since, step.Stage, step.At, step.Reason, DateTime.MaxValue));
                (stage, since) = (step.Stage, step.At);
            }
        }
    }

    [Fact]
    public void Deposits_pile_up_before_the_deadline_and_one_comes_late()
    {
        foreach (var edition in Programme.Editions)
        {
            var deposits = Of(edition.Number).Select(one => one.Dossier.DepositedAt).ToList();
            Assert.All(deposits, at => Assert.True(at >= edition.OpensAt && at.Kind == DateTimeKind.Utc));
            Assert.True(deposits.Count(at => at > edition.Deadline.AddDays(-7)) > deposits.Count / 2);
            Assert.Equal(edition.Number == 1 ? 1 : 0, deposits.Count(at => at > edition.Deadline));
        }

        Assert.Equal(new DateTime(2018, 9, 14, 21, 59, 59, DateTimeKind.Utc), Programme.Editions[0].Deadline);
        Assert.Equal(new DateOnly(2018, 11, 21), Programme.Editions[0].ResultsOn);
    }

    [Fact]
    public void The_legal_form_explains_who_was_found_ineligible()
    {
        foreach (var application in Programme.Applications)
        {
            var verdict = Eligibility.Of(application.Dossier.Applicant.LegalForm).Verdict;
            var isLate = application.Dossier.DepositedAt > Programme.Editions[application.Edition - 1].Deadline;
            Assert.Equal(
                application.Journey[^1].Stage == Stage.Ineligible && !isLate,
                verdict == EligibilityVerdict.Ineligible
            );
        }
    }

    [Fact]
    public void The_form_is_understood_by_its_labels_and_awkward_answers_stay_as_written()
    {
        var readings = Programme.Applications.Select(one => ApplicationReading.Of(one.Dossier, Guessed)).ToList();
        Assert.Contains(readings, reading => reading.Title.StartsWith("=SOMME(A1)", StringComparison.Ordinal));
        Assert.Contains(readings, reading => reading.Title.StartsWith("<script>", StringComparison.Ordinal));
        Assert.Contains(readings, reading => reading.Title.Length > 200);
        Assert.Contains(readings, reading => reading.Ministry is null);
        Assert.Contains(readings, reading => reading.Organisation is null);
        Assert.Contains(readings, reading => reading.Requested is null);
        Assert.Contains(readings, reading => reading.Techniques.IsEmpty);
        Assert.All(readings, reading => Assert.DoesNotContain("Dossier", reading.Title, StringComparison.Ordinal));
        Assert.All(readings, reading => Assert.InRange(reading.Team.Length, 2, 5));
        Assert.All(readings, reading => Assert.NotNull(reading.DataAccessible));
        Assert.True(readings.Select(reading => reading.Ministry).Distinct().Count() > 12);
        Assert.True(readings.SelectMany(reading => reading.Techniques).Distinct().Count() == 9);
    }

    [Fact]
    public void Nobody_real_can_be_written_to_or_looked_up()
    {
        foreach (var dossier in Programme.Applications.Select(one => one.Dossier))
        {
            var addresses = Address().Matches(JsonSerializer.Serialize(dossier)).Select(match => match.Value).ToList();
            Assert.NotEmpty(addresses);
            Assert.All(addresses, address => Assert.EndsWith("@example.invalid", address, StringComparison.Ordinal));
            Assert.NotEqual(0, LuhnRemainder(dossier.Applicant.Siret!));
        }
    }

    [Theory]
    [InlineData("73282932000074", 0)]
    [InlineData("73282932000075", 1)]
    public void The_check_of_SIRET_numbers_knows_a_right_one(string siret, int remainder) =>
        Assert.Equal(remainder, LuhnRemainder(siret));

    private static List<DemonstrationApplication> Of(int edition) =>
        [.. Programme.Applications.Where(one => one.Edition == edition)];

    private static int LuhnRemainder(string digits)
    {
        var values = digits.Reverse().Select((c, index) => (c - '0') * (1 + (index % 2)));
        return values.Sum(value => (value / 10) + (value % 10)) % 10;
    }

    [GeneratedRegex(@"[\w.]+@[\w.]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
