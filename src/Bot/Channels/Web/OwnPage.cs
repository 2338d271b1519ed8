namespace Bot.Channels.Web;

/// <summary>Whether a request comes from our own page: other sites cannot set the header, and the browser names the origin.</summary>
internal static class OwnPage
{
    public const string Header = "X-Requested-By";

    public static bool Sent(HttpRequest request) =>
        request.Headers.ContainsKey(Header) && Names(request, allowUnnamed: false);

    /// <summary>A plain form cannot set the header; under "no-referrer" its browser names the origin only as "null".</summary>
    public static bool SentForm(HttpRequest request) => Names(request, allowUnnamed: true);

    private static bool Names(HttpRequest request, bool allowUnnamed)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin"))
            return false;

        var origin = request.Headers.Origin.ToString();
        return origin == "" || (allowUnnamed && origin == "null")
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
