using Bot.Conversation;
using Bot.Storage;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>Photographs out of tips: opened and cleaned at the moment when they are shown, so that no clean copy lies anywhere.</summary>
public sealed class TipPhotographs(IServiceScopeFactory scopes, Seal seal) : IPhotographs
{
    public async Task<Photograph?> Find(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var content = await scope.ServiceProvider.GetRequiredService<BotDb>().TipFiles.AsNoTracking()
            .Where(file => file.Id == id && file.TipId != null).Select(file => (Sealed?)file.Content).SingleOrDefaultAsync(cancellationToken);
        return content is { } kept ? CleanPicture.Of(seal.OpenBytes(kept)) : null;
    }
}
