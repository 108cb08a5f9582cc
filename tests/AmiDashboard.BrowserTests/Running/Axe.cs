using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AmiDashboard.Running;

/// <summary>
/// axe-core, run in the page itself. Its own way of going through frames, of which the product has none, opens a page more
/// for each look, and takes a second.
/// </summary>
internal static class Axe
{
    /// <summary>Rules of WCAG 2.1 A and AA, which RGAA 4.1 checks.</summary>
    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong by <paramref name="rules"/>, or by all of <see cref="Wcag"/> where none is named; one line each.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page, string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async ([tags, rules]) => {
                // On a drawing axe finds each contrast undecided, after comparing all shapes with each other: the colours of
                // drawings are judged where they are chosen.
                const contrast = [{ exclude: ['svg'] }, { runOnly: ['color-contrast'] }];
                const looks = rules.length > 0
                    ? rules.map(rule => rule === 'color-contrast' ? contrast : [document, { runOnly: [rule] }])
                    : [[document, { runOnly: tags, rules: { 'color-contrast': { enabled: false } } }], contrast];
                const found = [];
                for (const [where, what] of looks) {
                    // Nothing of the product plays or turns with the screen, for which axe would load each style sheet again.
                    const answer = await axe.run(where, { ...what, resultTypes: ['violations'], iframes: false, preload: false });
                    found.push(...answer.violations);
                }
                return found.flatMap(one => one.nodes.map(node => `${one.id}: ${one.help}: ${node.html}`));
            }
            """,
            new[] { Wcag, rules }
        );
    }
}
