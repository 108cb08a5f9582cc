namespace AmiDashboard.Running;

public sealed class AxeTests(RunningApplication browsers)
{
    [Fact]
    public async Task What_is_wrong_on_a_page_is_found_and_named()
    {
        await using var page = await browsers.OpenAsync("/accessibilite");
        Assert.Empty(await page.AxeAsync());

        await page.Page.EvaluateAsync(
            """
            () => document.querySelector('main').insertAdjacentHTML(
                'beforeend', '<p style="color: #999; background: #fff">À peine lisible</p><img src="/favicon.ico">')
            """
        );

        var found = await page.AxeAsync();
        Assert.Equal(2, found.Count);
        Assert.Contains(found, one => one.StartsWith("color-contrast: ", StringComparison.Ordinal));
        Assert.Contains(found, one => one.StartsWith("image-alt: ", StringComparison.Ordinal));
        Assert.Equal(
            [found.Single(one => one.StartsWith("image-alt", StringComparison.Ordinal))],
            await page.AxeAsync("image-alt")
        );
    }
}
