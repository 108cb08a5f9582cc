namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>One invented dossier at the source. Its dates are finer than the seconds that the source shows.</summary>
internal sealed class FakeDossier
{
    public required int Number { get; init; }

    public required DateTime DepositedAt { get; init; }

    public required DateTime ModifiedAt { get; set; }

    public string State { get; set; } = "en_instruction";

    public string Title { get; set; } = "";

    /// <summary>In euros, as the source writes integers: text.</summary>
    public string? Budget { get; set; } = "250000";

    public List<string> Labels { get; } = [];

    /// <summary>Breaks every answer that holds the whole dossier.</summary>
    public bool IsInconsistent { get; set; }

    /// <summary>What the Page and One queries select of it, under their aliases.</summary>
    public object ToJson(string files) =>
        new
        {
            number = Number,
            state = State,
            archived = false,
            dateDepot = Shown(DepositedAt),
            datePassageEnInstruction = Shown(DepositedAt.AddDays(3)),
            dateTraitement = (string?)null,
            dateDerniereModification = Shown(ModifiedAt),
            motivation = (string?)null,
            usager = new { email = $"porteur{Number}@example.invalid" },
            demandeur = new
            {
                __typename = "PersonneMorale",
                siret = $"1300{Number:D5}00010",
                address = new
                {
                    cityName = "Paris",
                    departmentName = "Paris",
                    departmentCode = "75",
                },
                entreprise = new
                {
                    raisonSociale = $"Organisme fictif {Number % 7}",
                    formeJuridique = "Service central d’un ministère",
                },
                association = (object?)null,
            },
            labels = Labels.Select(name => new { name }),
            traitements = new[]
            {
                new
                {
                    @event = "depose",
                    dateTraitement = Shown(DepositedAt),
                    emailAgentTraitant = (string?)null,
                    motivation = (string?)null,
                },
            },
            avis = Array.Empty<object>(),
            champs = new object[]
            {
                new
                {
                    __typename = "TextChamp",
                    champDescriptorId = "Q-titre",
                    label = "Titre du projet",
                    stringValue = Title,
                    asText = Title,
                },
                new
                {
                    __typename = "IntegerNumberChamp",
                    champDescriptorId = "Q-budget",
                    label = "Budget demandé (en euros)",
                    stringValue = Budget,
                    asInteger = Budget,
                },
                new
                {
                    __typename = "PieceJustificativeChamp",
                    champDescriptorId = "Q-lettre",
                    label = "Lettre d’engagement",
                    stringValue = (string?)null,
                    files = new[]
                    {
                        new
                        {
                            filename = "lettre.pdf",
                            contentType = "application/pdf",
                            byteSizeBigInt = "182044",
                            checksum = "1B2M2Y8AsgTpgAmY7PhCfg==",
                            url = $"{files}/{Number}/lettre.pdf?signature={Guid.NewGuid():N}",
                        },
                    },
                },
            },
            annotations = Array.Empty<object>(),
        };

    /// <summary>Whole seconds, with an offset.</summary>
    public static string Shown(DateTime utc) => $"{utc.AddHours(1):yyyy-MM-ddTHH:mm:ss}+01:00";
}
