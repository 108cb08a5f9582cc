namespace AmiDashboard.Web.Composition;

/// <summary>
/// HEAD is answered as GET is, whatever has the address: pages and endpoints say GET only, and a monitor, a mail scanner or
/// a link checker that asks first was told that they are not there. The server itself leaves the body out.
/// </summary>
internal static class HeadRequests
{
    public static void Use(WebApplication application) =>
        application.Use(
            (http, next) =>
            {
                if (HttpMethods.IsHead(http.Request.Method))
                {
                    http.Request.Method = HttpMethods.Get;
                }

                return next(http);
            }
        );
}
