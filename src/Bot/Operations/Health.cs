using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Operations;

/// <summary>GET /health: 200 while the store answers, else 503. Counts only; nothing about anybody.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", async (BotDb db, CancellationToken cancellationToken) =>
    {
        try
        {
            var waiting = await db.Inbox.CountAsync(entry => entry.State == InboxState.Waiting, cancellationToken);
            var unsent = await db.Outbox.CountAsync(message => message.State == OutboxState.Pending, cancellationToken);
            return Results.Json(new { status = "ok", waiting, unsent });
        }
        catch (Exception fault) when (Databases.IsUnavailable(fault))
        {
            return Results.Json(new { status = "the database does not answer" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });
}
