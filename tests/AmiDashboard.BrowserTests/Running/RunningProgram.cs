using System.Collections.Concurrent;
using System.Net;
using AmiDashboard.Engines;
using AmiDashboard.Web.Composition;
using Microsoft.AspNetCore.Builder;

namespace AmiDashboard.Running;

/// <summary>
/// The real program, in this process, on a free port, with a database of its own that is deleted with it. In Development
/// unless the settings say otherwise, without the demonstration programme unless they ask for it.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Cookie>>>> cookies = new();

    private RunningProgram(DirectoryInfo folder, WebApplication application, Uri address) =>
        (this.folder, this.application, Address) = (folder, application, address);

    public Uri Address { get; }

    public IServiceProvider Services => application.Services;

    /// <param name="settings">Such as <c>Demonstration:Enabled=true</c>; the last of two alike counts.</param>
    public static Task<RunningProgram> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <param name="configure">Changes the program's services before it is built.</param>
    public static async Task<RunningProgram> StartAsync(
        Action<WebApplicationBuilder> configure,
        params string[] settings
    ) => await StartOverAsync(await TestDatabase.MigratedSqliteAsync(), configure, settings);

    /// <param name="file">A SQLite file that the program gets a copy of.</param>
    public static async Task<RunningProgram> StartOverAsync(
        string file,
        Action<WebApplicationBuilder> configure,
        params string[] settings
    )
    {
        var own = Directory.CreateTempSubdirectory("amidashboard-");
        var database = Path.Combine(own.FullName, "amidashboard.db");
        File.Copy(file, database);
        // The issuer of tokens carries the port, so it has to be known before the program is built.
        var address = new Uri($"http://localhost:{FreePort.Take()}/");
        string[] args =
        [
            "--environment=Development",
            $"--urls={address}",
            $"--ConnectionStrings:AmiDashboard=Data Source={database}",
            "--Demonstration:Enabled=false",
            "--Logging:LogLevel:Default=Warning",
            // As in Production: a name that tells the content is asked for once.
            "--EnableStaticAssetsDevelopmentCaching=true",
            // All tests ask from one address, and faster than any workbook.
            "--Api:RequestsPerMinute=100000",
            "--Api:RequestsPerMinuteAndAddress=1000000",
            "--Limits:ExportsPerMinute=1000000",
            "--Limits:ExportsAtOnce=1000",
            "--Limits:ExportsAtOnceOfAll=1000",
            "--Limits:ReportsPerMinute=1000000",
            "--Limits:SignInsPerMinuteAndAddress=1000000",
            .. settings.Select(setting => $"--{setting}"),
        ];
        var program = new RunningProgram(own, DashboardApplication.Build(args, configure), address);
        try
        {
            await program.application.StartAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client with cookies of its own, that follows redirects as a browser does unless told not to.</summary>
    public HttpClient NewClient(bool followRedirects = true) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = followRedirects,
                MaxAutomaticRedirections = 20,
                CookieContainer = new CookieContainer(),
            }
        )
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { { "Accept", "text/html" } },
        };

    /// <summary>A client that went through the whole OpenID Connect path as the persona.</summary>
    public async Task<HttpClient> NewClientAsync(string persona)
    {
        var client = NewClient();
        await SignInAsync(client, persona);
        return client;
    }

    /// <summary>
    /// Cookies of the persona, who went through the whole OpenID Connect path the first time they were asked for.
    /// </summary>
    public Task<IReadOnlyList<Cookie>> CookiesOfAsync(string persona) =>
        cookies.GetOrAdd(persona, one => new Lazy<Task<IReadOnlyList<Cookie>>>(() => SignInAsync(one))).Value;

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task<IReadOnlyList<Cookie>> SignInAsync(string persona)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        await SignInAsync(client, persona);
        return [.. handler.CookieContainer.GetAllCookies().Cast<Cookie>()];
    }

    private static async Task SignInAsync(HttpClient client, string persona)
    {
        using var response = await client.GetAsync($"/signin?login_hint={persona}&returnUrl=/accessibilite");
        response.EnsureSuccessStatusCode();
    }
}
