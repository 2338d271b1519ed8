namespace Bot.Channels.Telegram;

/// <summary>What the bot does first at every start: learns its own name, hands over its menu and its description.</summary>
internal sealed class Introduction(TelegramClient client, Updates updates, IEnumerable<CommandList> menus, ILogger<Introduction> log)
{
    public async Task Make(string way, CancellationToken cancellationToken)
    {
        updates.Username = await client.GetMe(cancellationToken);
        foreach (var menu in menus)
            await Offer(menu, cancellationToken);
        log.Listening(updates.Username, way);
    }

    private async Task Offer(CommandList menu, CancellationToken cancellationToken)
    {
        try
        {
            await client.SetMyCommands(menu, cancellationToken);
            await client.SetMyDescription(menu, cancellationToken);
        }
        catch (TelegramException e) when (e.Code == 400)
        {
            log.MenuRefused(menu.Language, e.Description);    // the words still work when they are typed
        }
    }
}
