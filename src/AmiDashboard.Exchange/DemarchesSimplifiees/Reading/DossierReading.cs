using System.Collections.Immutable;
using System.Text.Json;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Reading;

/// <summary>A dossier as the API writes it, made a <see cref="Dossier"/>; what it must have and lacks makes it a problem.</summary>
internal static class DossierReading
{
    public static DossierNode Of(JsonElement node)
    {
        if (node.Integer("number") is not { } number)
        {
            return Problem(null, "number");
        }

        if (StateOf(node.Text("state")) is not { } state)
        {
            return Problem(number, $"state: {node.Text("state")}");
        }

        if (node.Instant("dateDepot") is not { } deposited)
        {
            return Problem(number, "dateDepot");
        }

        if (node.Instant("dateDerniereModification") is not { } modified)
        {
            return Problem(number, "dateDerniereModification");
        }

        var dossier = new Dossier
        {
            Number = number,
            State = state,
            DepositedAt = deposited,
            InstructionAt = node.Instant("datePassageEnInstruction"),
            ProcessedAt = node.Instant("dateTraitement"),
            ModifiedAt = modified,
            IsArchived = node.Flag("archived") ?? false,
            Applicant = ApplicantOf(node),
            Motivation = node.Text("motivation"),
            Labels = [.. node.Items("labels").Select(label => label.Text("name")).OfType<string>()],
            Fields = FieldReading.Of(node.Items("champs")),
            Annotations = FieldReading.Of(node.Items("annotations")),
            Events = EventsOf(node),
        };
        return new DossierNode(dossier, null);
    }

    private static DossierNode Problem(int? number, string detail) =>
        new(
            null,
            new SyncProblem
            {
                Number = number,
                ReasonKey = "Sync_DossierNotUnderstood",
                Detail = detail,
            }
        );

    internal static SourceState? StateOf(string? state) =>
        state switch
        {
            "en_construction" => SourceState.UnderConstruction,
            "en_instruction" => SourceState.UnderInstruction,
            "accepte" => SourceState.Accepted,
            "refuse" => SourceState.Refused,
            "sans_suite" => SourceState.Closed,
            _ => null,
        };

    /// <summary>A legal person, one of which the source only knows the SIRET yet, or a natural person.</summary>
    private static Applicant ApplicantOf(JsonElement node)
    {
        var user = node.Member("usager")?.Text("email");
        if (node.Member("demandeur") is not { } applicant)
        {
            return new Applicant { Email = user };
        }

        var company = applicant.Member("entreprise");
        var address = applicant.Member("address");
        return new Applicant
        {
            Siret = applicant.Text("siret"),
            Organisation = company?.Text("raisonSociale") ?? applicant.Member("association")?.Text("titre"),
            LegalForm = company?.Text("formeJuridique"),
            Email = applicant.Text("email") ?? user,
            City = address?.Text("cityName"),
            Department = address?.Text("departmentName") ?? address?.Text("departmentCode"),
        };
    }

    /// <summary>
    /// Treatments, and opinions asked for and given, oldest first. An opinion is given when it has words: its date of
    /// answer is always set. Neither its words nor its author are kept.
    /// </summary>
    private static ImmutableArray<DossierEvent> EventsOf(JsonElement node)
    {
        var treatments = node.Items("traitements")
            .Select(step => Event(step.Text("event"), step.Instant("dateTraitement"), step));
        var asked = node.Items("avis").Select(opinion => Event("avis_demande", opinion.Instant("dateQuestion")));
        var given = node.Items("avis")
            .Where(opinion => !string.IsNullOrWhiteSpace(opinion.Text("reponse")))
            .Select(opinion => Event("avis_rendu", opinion.Instant("dateReponse")));
        return [.. treatments.Concat(asked).Concat(given).OfType<DossierEvent>().OrderBy(step => step.At)];
    }

    private static DossierEvent? Event(string? name, DateTime? at, JsonElement step = default) =>
        name is null || at is null
            ? null
            : new DossierEvent(name, at.Value, step.Text("emailAgentTraitant"), step.Text("motivation"));
}
