namespace AmiDashboard.Web.Composition;

/// <summary>The address a browser on this machine reaches the program at, from the settings of the web server.</summary>
internal static class ServedAddress
{
    public static readonly Uri Usual = new("http://localhost:5200/");

    /// <summary>The first http address configured, « any host » read as localhost; the usual one where none is.</summary>
    public static Uri Of(IConfiguration configuration)
    {
        var address = (configuration["urls"] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp);
        if (address is null)
        {
            return int.TryParse((configuration["http_ports"] ?? "").Split(';')[0], out var port)
                ? new Uri($"http://localhost:{port}/")
                : Usual;
        }

        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new Uri($"http://{host}:{address.Port}/");
    }

    /// <summary>Serves the usual address where the settings name none.</summary>
    public static void ServeUsual(WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(Usual.AbsoluteUri);
        }
    }
}
