using AmiDashboard.Core.Prototypes;
using AmiDashboard.Web.Prototypes;

namespace AmiDashboard.Prototypes;

public sealed class TypedSheetTests
{
    private static readonly SheetText Empty = new(
        null,
        null,
        null,
        null,
        SheetStatus.UnderWay,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    );

    [Fact]
    public void What_a_field_reads_it_writes_and_each_writes_its_own()
    {
        var typed = TypedSheet.All.ToDictionary(
            field => field.Name,
            string? (field) =>
                field.Kind switch
                {
                    SheetFieldKind.Day => field.Name == "startedOn" ? "2026-06-08" : "2027-04-08",
                    SheetFieldKind.Choice => "InUse",
                    _ => $"Texte de {field.Name}",
                }
        );

        var sheet = TypedSheet.Apply(Empty, typed);

        Assert.All(TypedSheet.All, field => Assert.Equal(typed[field.Name], field.Read(sheet)));
        Assert.Equal(16, typed.Count);
    }

    [Fact]
    public void What_makes_no_sense_is_left_out()
    {
        var sheet = TypedSheet.Apply(
            Empty with
            {
                StartedOn = new DateOnly(2026, 6, 8),
            },
            new Dictionary<string, string?>
            {
                ["startedOn"] = "8 juin",
                ["status"] = "Perdu",
                ["title"] = "  ",
                ["inconnu"] = "x",
            }
        );

        Assert.Equal(Empty, sheet);
    }
}
