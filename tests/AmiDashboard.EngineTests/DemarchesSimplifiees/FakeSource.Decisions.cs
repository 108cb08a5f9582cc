using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>The part of the source that takes decisions.</summary>
internal sealed partial class FakeSource
{
    /// <summary>Does what a mutation asks, without an answer: as a source that dies just after.</summary>
    public void DecideUnheard(AskedQuery asked) =>
        Locked(() => Decide(asked, asked.Operation == "Accept" ? "accepte" : "refuse"));

    private IResult StandingOf(AskedQuery asked) =>
        dossiers.TryGetValue(asked.Number ?? 0, out var dossier)
            ? Data(new { dossier = new { id = $"D-{dossier.Number}", state = dossier.State } })
            : Faults.NotFound;

    private IResult Decide(AskedQuery asked, string state)
    {
        var dossier = dossiers[int.Parse(asked.Input!.DossierId[2..], CultureInfo.InvariantCulture)];
        if (dossier.State != "en_instruction")
        {
            return Data(new { decision = new { errors = new[] { new { message = "Le dossier est déjà traité" } } } });
        }

        (dossier.State, dossier.ModifiedAt) = (state, Tick());
        return Data(new { decision = new { dossier = new { state }, errors = (object?)null } });
    }
}
