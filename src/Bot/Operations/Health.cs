using Bot.Feeds;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Operations;

/// <summary>GET /health: 200 while the store answers, else 503. Counts and the age of the data; nothing about anybody.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", async (BotDb db, Freshness freshness, CancellationToken cancellationToken) =>
    {
        try
        {
            var waiting = await db.Inbox.CountAsync(entry => entry.State == InboxState.Waiting, cancellationToken);
            var unsent = await db.Outbox.CountAsync(message => message.State == OutboxState.Pending, cancellationToken);
            var dataAsOf = (await freshness.Now(cancellationToken)).AsOf;
            var staleFeeds = (await freshness.Look(cancellationToken)).Where(feed => feed.IsOld).Select(feed => feed.Name);
            return Results.Json(new { status = "ok", waiting, unsent, dataAsOf, staleFeeds });
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            return Results.Json(new { status = "the database does not answer" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });
}
