using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exports;

/// <summary>Reads what a test made.</summary>
internal static class Reading
{
    public static Task<Outcome<ImportFile>> TryAsync(Stream file, TableLimits? limits = null, KnownForm? form = null) =>
        new ReadExport(limits ?? TableLimits.Usual).RunAsync(file, "export.csv", form ?? KnownForm.Unknown);

    public static Task<Outcome<ImportFile>> TryAsync(string csv, TableLimits? limits = null, KnownForm? form = null) =>
        TryAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), limits, form);

    public static async Task<ImportFile> OkAsync(Stream file, KnownForm? form = null)
    {
        var outcome = await TryAsync(file, null, form);
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value;
    }

    public static Task<ImportFile> OkAsync(string csv, KnownForm? form = null) =>
        OkAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), form);

    public static async Task<Refusal> RefusedAsync(Stream file, TableLimits? limits = null)
    {
        var outcome = await TryAsync(file, limits);
        Assert.False(outcome.Done, "The file was read.");
        Assert.True(ImportTexts.Knows(outcome.Refusal.Key), outcome.Refusal.Key);
        Assert.DoesNotContain("{", ImportTexts.Say(outcome.Refusal), StringComparison.Ordinal);
        return outcome.Refusal;
    }

    public static Task<Refusal> RefusedAsync(string csv, TableLimits? limits = null) =>
        RefusedAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), limits);

    public static Dossier Of(this ImportFile file, int number) =>
        file.Dossiers.Single(line => line.Dossier.Number == number).Dossier;

    public static DossierField Answer(this Dossier dossier, string label) =>
        dossier.Fields.Concat(dossier.Annotations).First(field => field.Label == label);
}
