namespace Bot.Channels.Telegram;

/// <summary>What the bot does first at every start: learns its own name, hands over its menu and its description, looks at the coordinators' group.</summary>
internal sealed class Introduction(
    TelegramClient client, Updates updates, CoordinatorsGroup group, IEnumerable<CommandList> menus, ILogger<Introduction> log)
{
    public async Task Make(string way, CancellationToken cancellationToken)
    {
        updates.Username = await client.GetMe(cancellationToken);
        foreach (var menu in menus)
            await Offer(menu, cancellationToken);
        await LookAtGroup(cancellationToken);
        log.Listening(updates.Username, way);
    }

    private async Task LookAtGroup(CancellationToken cancellationToken)
    {
        if (group.Name is null)
            return;
        try
        {
            group.HasTopics = await client.HasTopics(group.AddressOf(group.Name), cancellationToken);
        }
        catch (TelegramException e) when (e.MovedTo is { } chat)
        {
            group.MovedTo(chat);
            await LookAtGroup(cancellationToken);
        }
        catch (TelegramException e) when (e.Code is 400 or 403)
        {
            log.GroupClosed(e.Description);
        }
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
