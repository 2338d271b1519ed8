using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>The coordinators' group as a page, behind a one-time key.</summary>
internal static class TriagePage
{
    private const int LongestName = 40;    // fits the first line of a card beside a time

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/triage", Show);
        web.MapPost("/triage/enter", Enter);
        web.MapGet("/triage/stream", Stream);
        web.MapGet("/triage/photo/{id:guid}", Photo);
        web.MapPost("/triage/say", async (HttpContext http, Hearing hearing, ICoordinatorDoor door) =>
            await hearing.Hear(http.Request, await SpeakerOf(http, door)));
    }

    /// <summary>Never redeems the key: messengers open links to show a preview of them.</summary>
    private static async Task<IResult> Show(HttpContext http, Pages pages, ICoordinatorDoor door)
    {
        if (await SpeakerOf(http, door) is { } speaker)
            return pages.Show(http, "triage.html", blanks: [("name", speaker.Name!), ("mark", WebSession.MarkOf(speaker.Address))]);

        return http.Request.Query["key"].ToString() is { Length: > 0 } key
            ? pages.Show(http, "enter.html", blanks: [("key", key), ("fault", "")])
            : Closed(http, pages);
    }

    private static async Task<IResult> Enter(HttpContext http, Pages pages, Words words, ICoordinatorDoor door)
    {
        if (!OwnPage.SentForm(http.Request) || !http.Request.HasFormContentType)
            return Closed(http, pages);

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var key = form["key"].ToString();
        var name = string.Join(' ', string.Concat(form["name"].ToString().Where(character => !char.IsControl(character)))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > LongestName)
        {
            var fault = words.Say(http.Request, "web.triage_name_missing", ("limit", LongestName));
            return pages.Show(http, "enter.html", StatusCodes.Status400BadRequest, ("key", key), ("fault", fault));
        }

        if (await door.Enter(key, name, http.RequestAborted) is not { } session)
            return Closed(http, pages);

        WebSession.OpenTriage(http, session);
        http.Response.Headers.Location = "/triage";
        return Results.StatusCode(StatusCodes.Status303SeeOther);    // the key leaves the address bar
    }

    private static async Task<IResult> Stream(HttpContext http, EventStream stream, ICoordinatorDoor door)
    {
        if (await SpeakerOf(http, door) is null)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);

        await stream.Run(http, WebChannel.TriageGroup);
        return Results.Empty;
    }

    /// <summary>A picture that a coordinator was shown, for coordinators only; the page keeps no copy.</summary>
    private static async Task<IResult> Photo(HttpContext http, Guid id, ICoordinatorDoor door, IPhotographs photographs)
    {
        if (await SpeakerOf(http, door) is null)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);

        return await photographs.Find(id, http.RequestAborted) is { } photo ? Results.Bytes(photo.Content, photo.ContentType) : Results.NotFound();
    }

    private static async Task<Speaker?> SpeakerOf(HttpContext http, ICoordinatorDoor door) =>
        http.Request.Cookies[WebSession.Triage] is { Length: > 0 } session
        && await door.NameOf(session, http.RequestAborted) is { } name
            ? new Speaker(WebSession.Digest(session), WebChannel.TriageGroup, name) : null;

    private static IResult Closed(HttpContext http, Pages pages) => pages.Show(http, "closed.html", StatusCodes.Status403Forbidden);
}
