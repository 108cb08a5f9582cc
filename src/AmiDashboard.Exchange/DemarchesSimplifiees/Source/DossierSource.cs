using System.Text.Json;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Reading;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>What can be asked of démarches-simplifiées. Passing failures are waited out; the others come back as values.</summary>
internal sealed class DossierSource(SourceConnection connection, DemarchesSimplifieesSettings settings)
{
    /// <summary>The source silently cuts larger pages.</summary>
    public const int LargestPage = 100;

    /// <summary>A page of dossiers, whole: by date of deposit, or since a date by that of modification.</summary>
    public Task<Answer<DossierPage>> PageAsync(PageQuery query, Patience patience, CancellationToken cancellation) =>
        AskAsync(Queries.Page, Variables(query), patience, data => DossiersOf(data, query), cancellation);

    /// <summary>The same page, only numbers and dates.</summary>
    public Task<Answer<OutlinePage>> OutlineAsync(PageQuery query, Patience patience, CancellationToken cancellation) =>
        AskAsync<OutlinePage>(
            Queries.Outline,
            Variables(query),
            patience,
            data =>
                PageInfo.Of(data.Member("demarche")?.Member("dossiers"), query.After) is not { } info
                    ? NotUnderstood
                    : new OutlinePage(info, [.. info.Nodes.Select(OutlineOf).OfType<DossierOutline>()]),
            cancellation
        );

    /// <summary>The dossier modified last, as a list of one or none.</summary>
    public Task<Answer<IReadOnlyList<DossierOutline>>> LatestAsync(Patience patience, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<DossierOutline>>(
            Queries.Latest,
            new() { ["demarche"] = settings.Demarche, ["since"] = DateTime.UnixEpoch },
            patience,
            data =>
                data.Member("demarche")?.Member("dossiers") is not { } dossiers
                    ? NotUnderstood
                    : new Answer<IReadOnlyList<DossierOutline>>(
                        [.. dossiers.Items("nodes").Select(OutlineOf).OfType<DossierOutline>()],
                        null
                    ),
            cancellation
        );

    public Task<Answer<DossierNode>> OneAsync(int number, Patience patience, CancellationToken cancellation) =>
        AskAsync<DossierNode>(
            Queries.One,
            new() { ["number"] = number },
            patience,
            data => data.Member("dossier") is { } dossier ? DossierReading.Of(dossier) : NotUnderstood,
            cancellation
        );

    public Task<Answer<DossierStanding>> StandingAsync(int number, Patience patience, CancellationToken cancellation) =>
        AskAsync<DossierStanding>(
            Queries.Standing,
            new() { ["number"] = number },
            patience,
            data =>
                data.Member("dossier") is { } dossier
                && dossier.Text("id") is { } id
                && DossierReading.StateOf(dossier.Text("state")) is { } state
                    ? new DossierStanding(id, state)
                    : NotUnderstood,
            cancellation
        );

    /// <summary>Sends a decision, once: whether to send it again is the caller's to judge, who can see what became of it.</summary>
    public Task<Answer<TakenDecision>> DecideAsync(SentDecision decision, CancellationToken cancellation) =>
        AskAsync<TakenDecision>(
            decision.State == SourceState.Accepted ? Queries.Accept : Queries.Refuse,
            new()
            {
                ["input"] = new
                {
                    dossierId = decision.DossierId,
                    instructeurId = decision.Instructor,
                    motivation = decision.Motivation,
                    disableNotification = decision.IsSilent,
                },
            },
            Patience.None,
            data =>
                data.Member("decision") is { } taken
                    ? new TakenDecision(taken.Items("errors").Select(error => error.Text("message")).FirstOrDefault())
                    : NotUnderstood,
            cancellation
        );

    /// <summary>A page of one of the two deletion lists.</summary>
    public Task<Answer<DeletionPage>> DeletionsAsync(
        bool bin,
        PageQuery query,
        Patience patience,
        CancellationToken cancellation
    ) =>
        AskAsync<DeletionPage>(
            bin ? Queries.Bin : Queries.Deletions,
            Variables(query),
            patience,
            data =>
                PageInfo.Of(data.Member("demarche")?.Member("deletions"), query.After) is not { } info
                    ? NotUnderstood
                    : new DeletionPage(info, [.. info.Nodes.Select(DeletionOf).OfType<ConcludeRun.Deletion>()]),
            cancellation
        );

    public Task<Answer<IReadOnlyList<FileLink>>> LinksAsync(int number, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<FileLink>>(
            Queries.Links,
            new() { ["number"] = number },
            Patience.None,
            data =>
                data.Member("dossier") is { } dossier
                    ? new Answer<IReadOnlyList<FileLink>>([.. FileLink.Of(dossier)], null)
                    : NotUnderstood,
            cancellation
        );

    private static SourceFailure NotUnderstood => new(SourceFailureKind.NotUnderstood, "GraphQL");

    private async Task<Answer<T>> AskAsync<T>(
        string query,
        Dictionary<string, object?> variables,
        Patience patience,
        Func<JsonElement, Answer<T>> read,
        CancellationToken cancellation
    )
        where T : class
    {
        for (var retry = 0; ; retry++)
        {
            var answer = await connection.AskAsync(query, variables, cancellation);
            if (answer.Value is { } document)
            {
                using (document)
                {
                    return read(document.RootElement.GetProperty("data"));
                }
            }

            if (!await patience.WaitAsync(answer.Failure!, retry, cancellation))
            {
                return answer.Failure!;
            }
        }
    }

    private static Answer<DossierPage> DossiersOf(JsonElement data, PageQuery query) =>
        PageInfo.Of(data.Member("demarche")?.Member("dossiers"), query.After) is { } info
            ? new DossierPage(info, [.. info.Nodes.Select(DossierReading.Of)])
            : NotUnderstood;

    private static DossierOutline? OutlineOf(JsonElement node) =>
        node.Integer("number") is { } number ? new(number, node.Instant("dateDerniereModification")) : null;

    private static ConcludeRun.Deletion? DeletionOf(JsonElement node) =>
        node.Integer("number") is { } number && node.Instant("dateSupression") is { } at
            ? new(number, Cut(node.Text("reason") ?? "", 100), at)
            : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private Dictionary<string, object?> Variables(PageQuery query) =>
        new()
        {
            ["demarche"] = settings.Demarche,
            ["first"] = query.First,
            ["after"] = query.After,
            ["since"] = query.Since,
        };
}
