using AmiDashboard.Web.Acts;
using AmiDashboard.Web.Faults;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Acts;

/// <summary>A redraw that something else than the page began: a timer, the change feed, other colours.</summary>
public sealed class RedrawTests
{
    [Fact]
    public async Task One_that_fails_is_shown_by_the_region_around()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddScoped<Incidents>()
            .AddScoped<NavigationManager, Nowhere>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(
            scope.ServiceProvider,
            services.GetRequiredService<ILoggerFactory>()
        );
        Card? card = null;
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Region>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>
                    {
                        [nameof(Region.ChildContent)] = (RenderFragment)(
                            tree =>
                            {
                                tree.OpenComponent<Card>(0);
                                tree.AddComponentReferenceCapture(1, one => card = (Card)one);
                                tree.CloseComponent();
                            }
                        ),
                    }
                )
            );
            Assert.DoesNotContain("data-failed", root.ToHtmlString(), StringComparison.Ordinal);

            card!.RedrawFrom(() => Task.FromException(new InvalidOperationException("Away.")));
            await root.QuiescenceTask;

            Assert.Contains("data-failed", root.ToHtmlString(), StringComparison.Ordinal);
        });
    }

    private sealed class Card : ActingComponent
    {
        public void RedrawFrom(Func<Task> load) => Redraw(load);
    }

    private sealed class Nowhere : NavigationManager
    {
        protected override void EnsureInitialized() => Initialize("http://localhost/", "http://localhost/");
    }
}
