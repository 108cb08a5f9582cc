using AmiDashboard.Core;
using AmiDashboard.Web.Applications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Acts;

/// <summary>Something that is done: asked first, refused in words, told once done.</summary>
public sealed partial class Act
{
    private ElementReference opener;
    private ElementReference question;
    private bool isOpen;
    private bool isMoving;
    private string? refusal;
    private bool hasFailed;

    /// <summary>For <c>data-act</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What it is done to, where several buttons of a page have the same text.</summary>
    [Parameter]
    public string? Of { get; set; }

    [Parameter]
    public string? Question { get; set; }

    [Parameter]
    public string? Submit { get; set; }

    [Parameter]
    public bool IsDanger { get; set; }

    [Parameter]
    public bool IsMain { get; set; }

    /// <summary>Where the sentences of its refusals are.</summary>
    [Parameter, EditorRequired]
    public required IStringLocalizer Words { get; set; }

    /// <summary>Without its button: the parent shows it when it is asked for.</summary>
    [Parameter]
    public bool StartsOpen { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Does it; null once done, else why not.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<Refusal?>> Run { get; set; }

    [Parameter]
    public EventCallback OnOpened { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>Somebody else changed the same thing: what they made of it is to be shown.</summary>
    [Parameter]
    public EventCallback OnConflict { get; set; }

    private string Label => Of is null ? Text : $"{Text} – {Of}";

    protected override void OnInitialized() => isOpen = isMoving = StartsOpen;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isMoving)
        {
            isMoving = false;
            await (isOpen ? question : opener).FocusAsync();
        }
    }

    private Task Open()
    {
        (isOpen, isMoving, refusal, hasFailed) = (true, true, null, false);
        return OnOpened.InvokeAsync();
    }

    private Task CloseAsync()
    {
        (isOpen, isMoving, refusal) = (StartsOpen, !StartsOpen, null);
        return OnClosed.InvokeAsync();
    }

    private async Task RunAsync()
    {
        Refusal? no;
        try
        {
            hasFailed = false;
            no = await Run();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Incidents.LogAct(failure);
            (hasFailed, refusal) = (true, null);
            return;
        }

        refusal = no is null ? null : RefusalText.Of(no, Words);
        if (no is null)
        {
            isOpen = StartsOpen;
            await OnDone.InvokeAsync();
        }
        else if (no == Refusal.Conflict)
        {
            await OnConflict.InvokeAsync();
        }
    }
}
