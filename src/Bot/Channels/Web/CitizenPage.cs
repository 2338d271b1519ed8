namespace Bot.Channels.Web;

/// <summary>The page where anybody tells what they saw.</summary>
internal static class CitizenPage
{
    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/", Show);
        web.MapGet("/stream", Stream);
        web.MapPost("/say", (HttpContext http, Hearing hearing) =>
            hearing.Hear(http.Request, WebSession.AddressOf(http.Request) is { } address ? new Speaker(address) : null));
        web.MapPost("/leave", Leave);
    }

    /// <summary>The page learns only a digest of the address: enough to notice that it belongs to another session now.</summary>
    private static IResult Show(HttpContext http, Pages pages) =>
        pages.Show(http, "chat.html", blanks: ("session", WebSession.MarkOf(WebSession.OpenFor(http))));

    private static async Task<IResult> Stream(HttpContext http, EventStream stream)
    {
        if (WebSession.AddressOf(http.Request) is not { } address)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);

        await stream.Run(http, address);
        return Results.Empty;
    }

    private static IResult Leave(HttpContext http)
    {
        if (!OwnPage.Sent(http.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        WebSession.Close(http);
        return Results.NoContent();
    }
}
