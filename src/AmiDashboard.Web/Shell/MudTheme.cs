using MudBlazor;

namespace AmiDashboard.Web.Shell;

/// <summary>
/// MudBlazor in our colours, those of wwwroot/css/tokens.css (its own palette fails the contrast asked by RGAA). The real
/// theme of the State would be mounted in both places, and nowhere else: docs in tokens.css.
/// </summary>
internal static class MudTheme
{
    public static readonly MudBlazor.MudTheme Neutral = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#000091",
            PrimaryContrastText = "#ffffff",
            Secondary = "#c9191e",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#3a3a3a",
            Info = "#0063cb",
            Success = "#18753c",
            Warning = "#b34000",
            Error = "#ce0500",
            TextPrimary = "#161616",
            TextSecondary = "#3a3a3a",
            TextDisabled = "#666666",
            ActionDefault = "#3a3a3a",
            ActionDisabled = "#666666",
            Background = "#ffffff",
            BackgroundGray = "#f6f6f6",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#161616",
            LinesDefault = "#dddddd",
            LinesInputs = "#3a3a3a",
            TableLines = "#dddddd",
            Divider = "#dddddd",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8585f6",
            PrimaryContrastText = "#161616",
            Secondary = "#f95c5e",
            SecondaryContrastText = "#161616",
            Tertiary = "#cecece",
            Info = "#518fff",
            Success = "#27a658",
            Warning = "#fc5d00",
            Error = "#ff5655",
            TextPrimary = "#ffffff",
            TextSecondary = "#cecece",
            TextDisabled = "#929292",
            ActionDefault = "#cecece",
            ActionDisabled = "#929292",
            Background = "#161616",
            BackgroundGray = "#1e1e1e",
            Surface = "#1e1e1e",
            AppbarBackground = "#161616",
            AppbarText = "#ffffff",
            LinesDefault = "#353535",
            LinesInputs = "#cecece",
            TableLines = "#353535",
            Divider = "#353535",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "2px" },
    };
}
