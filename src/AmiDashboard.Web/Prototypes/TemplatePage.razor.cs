using AmiDashboard.Core.Editions;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Acts;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>What the plans of an edition are drawn from, and its form.</summary>
public sealed partial class TemplatePage
{
    private readonly List<TypedMilestone> rows = [];
    private IReadOnlyList<Edition> editions = [];
    private KnownTemplate? template;
    private int? edition;
    private Told? told;
    private string? refusal;

    [SupplyParameterFromQuery(Name = "edition")]
    public string? AskedEdition { get; set; }

    [Inject]
    public required EditionList Editions { get; set; }

    [Inject]
    public required PlanTemplateOfEdition Templates { get; set; }

    [Inject]
    public required EditPlanTemplate Edit { get; set; }

    protected override async Task LoadAsync()
    {
        editions =
        [
            .. (await Editions.RunAsync(Viewer, new())).Where(one =>
                Viewer.PerimeterOf(Core.People.Right.LeadSupport).Covers(one.Number)
            ),
        ];
        var asked = AddressNumber.Read(AskedEdition) ?? (editions.Count > 0 ? editions[^1].Number : null);
        // What is being typed is not overwritten by somebody else's change: saving tells of it.
        if (asked is { } number && (template is null || edition != asked))
        {
            (edition, refusal) = (asked, null);
            await ShowAsync(number);
        }
    }

    private async Task ShowAsync(int number)
    {
        template = await Templates.RunAsync(Viewer, new(number));
        rows.Clear();
        rows.AddRange(template?.Milestones.Select(TypedMilestone.Of) ?? []);
    }

    private void Add() =>
        rows.Add(
            new TypedMilestone { Months = template!.SupportMonths, After = rows.Count == 0 ? "" : $"{rows.Count}" }
        );

    private async Task SaveAsync()
    {
        if (edition is not { } number)
        {
            return;
        }

        var outcome = await Edit.RunAsync(
            Viewer,
            new(number, [.. rows.Select(row => row.ToMilestone())], template!.Version)
        );
        refusal = outcome.Refusal is { } no ? RefusalText.Of(no, L) : null;
        if (outcome.Done)
        {
            await ShowAsync(number);
            told?.Say(L["Template_Saved"]);
        }
    }
}
