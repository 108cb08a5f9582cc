using AmiDashboard.Web.Acts;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AmiDashboard.Web.Live;

/// <summary>
/// A form that is saved as one types. The browser keeps each key stroke until the server has saved it (draft.js): a
/// connection that drops, or a server that restarts, loses nothing. Its fields are drawn once; each has a
/// <c>data-field</c>, which names it.
/// </summary>
public abstract class DraftForm : ActingComponent, IAsyncDisposable
{
    /// <summary>More than any form has.</summary>
    private const int MostFields = 200;

    private readonly Dictionary<string, string?> typed = new(StringComparer.Ordinal);
    private ElementScript<DraftForm>? script;

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    /// <summary>The form itself, in the browser.</summary>
    protected ElementReference Form { get; set; }

    /// <summary>What a browser keeps of it is found again by this and by the person.</summary>
    protected abstract string Key { get; }

    /// <summary>False where nothing may be typed.</summary>
    protected virtual bool IsOpen => true;

    /// <summary>Saves what the browser has that was not saved yet, field by field.</summary>
    protected abstract Task<SavedDraft> SaveAsync(IReadOnlyDictionary<string, string?> fields);

    /// <summary>
    /// Called by the browser for each field, so that a message is never longer than one of them, and again for all until it
    /// is answered. They are saved together with the last: what was typed of one thing is not taken apart.
    /// </summary>
    /// <param name="left">How many follow.</param>
    [JSInvokable]
    public Task<SavedDraft> Typed(string field, string? value, int left)
    {
        if (typed.Count >= MostFields && !typed.ContainsKey(field))
        {
            throw new InvalidOperationException($"No form has more than {MostFields} fields.");
        }

        typed[field] = value;
        if (left > 0)
        {
            return Task.FromResult(new SavedDraft(null, null));
        }

        var all = typed.ToDictionary(StringComparer.Ordinal);
        typed.Clear();
        return SaveAsync(all);
    }

    /// <summary>What a browser that is gone did not send it sends when it is back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && IsOpen)
        {
            script = new ElementScript<DraftForm>(this);
            await script.FollowAsync(Browser, "./js/draft.js", Form, $"{Current.Value.PersonId}:{Key}");
        }
    }

    /// <summary>False where the browser could not send all that was typed.</summary>
    protected async Task<bool> SendAllAsync() => script is not null && await script.AskAsync<bool>("flush");
}

/// <param name="At">Paris time of day; null where it was refused, and where nothing had to be saved yet.</param>
public sealed record SavedDraft(string? At, string? Refused);
