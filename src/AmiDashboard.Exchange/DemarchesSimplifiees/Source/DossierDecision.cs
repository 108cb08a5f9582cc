using AmiDashboard.Core.Applications;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>Where a dossier stands at the source, and the id that mutations name it by.</summary>
internal sealed record DossierStanding(string Id, SourceState State);

/// <summary>A decision as the source takes it.</summary>
/// <param name="Instructor">Id of the instructor who signs.</param>
/// <param name="State">Accepted or refused.</param>
/// <param name="IsSilent">Whether the source keeps its e-mail to the applicant back.</param>
internal sealed record SentDecision(
    string DossierId,
    string Instructor,
    SourceState State,
    string Motivation,
    bool IsSilent
);

/// <param name="Error">Why the source did not take it, in its words; null where it did.</param>
internal sealed record TakenDecision(string? Error);
