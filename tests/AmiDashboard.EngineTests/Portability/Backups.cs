using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Scores;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications.Imports;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Portability;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Portability;

/// <summary>A folder for the backups of one test, and what is done to them.</summary>
internal sealed class Backups : IDisposable
{
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly FilledStore WithProgramme = new(store => FillAsync(store, withProgramme: true), Monday);
    private static readonly FilledStore WithoutProgramme = new(store => FillAsync(store, withProgramme: false), Monday);

    private readonly string folder = Directory.CreateTempSubdirectory("ami-backup-").FullName;
    private int made;

    public string NewFile() => Path.Combine(folder, $"{++made}.zip");

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder);

    public async Task<string> MakeAsync(TestStore store)
    {
        var file = NewFile();
        var outcome = await new BackupStore(store.Get<Store>(), store.Time).RunAsync(file);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        return file;
    }

    public static Task<Outcome<RestoreStore.Result>> RestoreAsync(TestStore store, string file) =>
        new RestoreStore(store.Get<Store>()).RunAsync(file);

    /// <summary>Every table as its text.</summary>
    public static SortedDictionary<string, string> Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries.Where(entry => entry.Name != "manifest.json"))
        {
            using var reader = new StreamReader(entry.Open());
            texts.Add(entry.Name, reader.ReadToEnd());
        }

        return texts;
    }

    /// <summary>Changes one entry; with <paramref name="isSigned"/>, its digest as well.</summary>
    public static void Change(string file, string name, Func<string, string> change, bool isSigned)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        var text = change(Take(archive, name));
        Put(archive, name, text);
        if (isSigned)
        {
            var manifest = JsonNode.Parse(Take(archive, "manifest.json"))!;
            var table = manifest["Tables"]!.AsArray().Single(one => (string)one!["Name"]! + ".jsonl" == name)!;
            table["Sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            Put(archive, "manifest.json", manifest.ToJsonString());
        }
    }

    /// <summary>Something in every table; the demonstration programme as well where a test is about bulk.</summary>
    public static Task<TestStore> FilledAsync(TestEngine engine, bool withProgramme = false) =>
        (withProgramme ? WithProgramme : WithoutProgramme).CopyAsync(engine);

    private static async Task FillAsync(TestStore store, bool withProgramme)
    {
        if (withProgramme)
        {
            await store.DoAsync<PlaceProgramme, PlaceProgramme.Request, int>(new());
            await store.AddSendingAsync(1, 1001);
        }
        else
        {
            await store.RecordEditionAsync(1);
            await store.RecordEditionAsync(2);
            await store.RecordAsync(2, SampleDossiers.Dossier(2001));
        }

        var camille = await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", "subject", "Camille", null, [new(Profile.Ministry, [1001, 1002])])
        );
        await store.DoAsync<ProposeGrant, GrantEntitlement.Request, int>(
            new(camille.PersonId, Profile.Cdc, Perimeter.OfEdition(2))
        );
        await store.DoAsync<InvitePeople, InvitePeople.Request, int>(
            new(["é@example.invalid"], Profile.Leadership, Perimeter.OfEdition(2))
        );
        var problem = new ImportProblem(ImportEffect.LineRefused, 2, null, null, "ID", "é\"\\\n'", "Import_Number");
        await store.DoAsync<ApplyImport, ApplyImport.Request, ApplyImport.Result>(
            new(
                1,
                new ImportFile
                {
                    Name = "export.csv",
                    Lines = 2,
                    Dossiers = [new(3, SampleDossiers.Dossier(900_001))],
                    Problems = [problem],
                }
            )
        );
        await store.MoveAsync(900_001, Stage.Eligible);
        await store.FillAsync(1, 900_001, 900_004);
        await FillPlansAsync(store);
        var arranged = await store
            .Get<ArrangeDashboard>()
            .RunAsync(
                SampleDossiers.Person(Profile.Dinsic, Perimeter.Everything) with
                {
                    PersonId = camille.PersonId,
                },
                new("dinsic", [new("deposits", IsWide: true, IsHidden: false)], "edition=2")
            );
        Assert.True(arranged.Done);
        var note = new PinNote.Request("deposits", new DateOnly(2018, 9, 3), 1, "Relance « é\"\\' »");
        await store.DoAsync<WithdrawNote, WithdrawNote.Request, long>(
            new(await store.DoAsync<PinNote, PinNote.Request, long>(note))
        );
        await store
            .Get<Store>()
            .WriteAsync<int>(
                Viewer.Product,
                Right.None,
                "Purge",
                writing =>
                {
                    writing.Context.PurgedDossiers.Add(
                        new PurgedDossier
                        {
                            Number = 900_002,
                            Edition = 1,
                            Reason = "expired",
                            DeletedAt = writing.Now,
                            PurgedAt = writing.Now,
                        }
                    );
                    return Task.FromResult<Outcome<int>>(1);
                },
                CancellationToken.None
            );
    }

    /// <summary>What the demonstration has none of: a template of an edition's own, keys, and a subscription.</summary>
    private static async Task FillPlansAsync(TestStore store)
    {
        await store.DoAsync<EditPlanTemplate, EditPlanTemplate.Request, int>(new(1, PlanTemplate.Usual, null));
        var camille = await store.Get<FindViewer>().RunAsync(Viewer.Product, new("https://issuer.invalid", "subject"));
        await store.DoAsync<IssueCalendarKey, IssueCalendarKey.Request, string>(new(), camille);
        await store.DoAsync<IssueAccessKey, IssueAccessKey.Request, string>(
            new("Classeur de suivi", ParisTime.DayOf(store.Now)),
            camille
        );
        await store.DoAsync<Subscribe, Subscribe.Request, Subscription>(
            new(
                DigestFrequency.Weekly,
                "dinsic",
                1,
                IsInEnglish: true,
                [new("paidShare", ThresholdDirection.AtLeast, 0.5m, IsCrossed: false)]
            ),
            SampleDossiers.Person(Profile.Dinsic) with
            {
                PersonId = camille!.PersonId,
            }
        );
    }

    private static string Take(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
