using Microsoft.Playwright;

namespace AmiDashboard.Running;

internal static class FileFields
{
    /// <summary>Chooses a file, once the field listens: of what is chosen before that, nobody is told.</summary>
    public static async Task ChooseFileAsync(this ILocator field, FilePayload file)
    {
        await field.Page.WaitForFunctionAsync(
            "field => '_blazorInputFileNextFileId' in field",
            await field.ElementHandleAsync()
        );
        await field.SetInputFilesAsync(file);
    }
}
