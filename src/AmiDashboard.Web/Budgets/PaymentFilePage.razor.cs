using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Exchange.CaisseDesDepots;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmiDashboard.Web.Budgets;

/// <summary>
/// CDC's payment file: read, matched and shown line by line; nothing is recorded before somebody has confirmed it. What is
/// sure is ticked beforehand, what is only probable is not.
/// </summary>
public sealed partial class PaymentFilePage
{
    private readonly HashSet<int> chosen = [];
    private ImmutableArray<PaymentMatch> matches = [];
    private PaymentFile? file;
    private ApplyPaymentFile.Result? done;
    private string? refusal;

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required PaymentFilePreview Preview { get; set; }

    [Inject]
    public required ApplyPaymentFile Apply { get; set; }

    [Inject]
    public required Uploads Uploads { get; set; }

    private string ChosenAmount =>
        new Money(
            matches.Where(match => chosen.Contains(match.Line.Line)).Sum(match => match.Line.Amount.Cents)
        ).Written(CultureInfo.CurrentCulture);

    private int Count(MatchKind kind) => matches.Count(match => match.Kind == kind);

    private async Task ReadAsync(InputFileChangeEventArgs sent)
    {
        Forget();
        var room = Uploads.Begin(Current.Value);
        if (!room.Done)
        {
            refusal = RefusalText.Of(room.Refusal, L);
            return;
        }

        using var taken = room.Value;
        try
        {
            // One byte more than is taken, so that the reader says what is wrong and not the transport.
            await using var stream = sent.File.OpenReadStream(Math.Max(sent.File.Size, 1));
            var read = await PaymentFile.ReadAsync(stream, sent.File.Name);
            if (!read.Done)
            {
                refusal = PaymentFileTexts.Say(read.Refusal);
                return;
            }

            await ShowAsync(read.Value);
            chosen.UnionWith(
                matches
                    .Where(match => match is { Kind: MatchKind.Sure, IsPayable: true })
                    .Select(match => match.Line.Line)
            );
        }
        catch (IOException)
        {
            refusal = L["Interrupted"];
        }
    }

    private async Task ApplyAsync()
    {
        var confirmed = matches
            .Where(match => chosen.Contains(match.Line.Line) && match.PaymentId is not null)
            .ToImmutableDictionary(match => match.Line.Line, match => match.PaymentId!.Value);
        var outcome = await Apply.RunAsync(Current.Value, new(file!.Lines, confirmed));
        if (outcome.Done)
        {
            var told = outcome.Value;
            Forget();
            done = told;
            return;
        }

        // Somebody was first, or something moved meanwhile: what the lines are now is shown again, what was chosen stays.
        refusal = RefusalText.Of(outcome.Refusal, L);
        await ShowAsync(file);
        chosen.IntersectWith(matches.Where(match => match.IsPayable).Select(match => match.Line.Line));
    }

    private async Task ShowAsync(PaymentFile read) =>
        (file, matches) = (read, await Preview.RunAsync(Current.Value, new(read.Lines)));

    private void Forget()
    {
        (file, done, refusal, matches) = (null, null, null, []);
        chosen.Clear();
    }
}
