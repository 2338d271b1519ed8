using Bot.Conversation;
using Bot.Lots;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Alerts;

/// <summary>"/follow buyer:BIN": from now on each new lot of it is told, once.</summary>
public sealed class FollowCommand(BotDb db, LotTopics topics) : ICommand
{
    private const int Most = 50;    // a person who follows more reads none of it

    public string Name => "follow";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await topics.Named(argument, cancellationToken) is not { } topic)
            return Next.Aside(Say.Line("alerts.how_to_follow"));
        var mine = await db.Subscriptions.Where(s => s.PersonId == turn.Person.Id).Select(s => s.Topic).ToListAsync(cancellationToken);
        if (mine.Contains(topic.Code))
            return Next.Aside(Say.Line("alerts.already", ("topic", topic.Name)));
        if (mine.Count >= Most)
            return Next.Aside(Say.Line("alerts.too_many", ("most", Most)));
        return Next.Aside(Say.Line("alerts.following", ("topic", topic.Name)).Offering(MineCommand.Stop(topic.Code)))
            .Keeping(new Subscription { Id = Guid.CreateVersion7(turn.Now), PersonId = turn.Person.Id, Topic = topic.Code, Since = turn.Now });
    }
}

/// <summary>"/unfollow buyer:BIN": the one tap under each alert.</summary>
public sealed class UnfollowCommand(BotDb db, LotTopics topics) : ICommand
{
    public string Name => "unfollow";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var topic = await topics.Named(argument, cancellationToken);
        var mine = await db.Subscriptions.Where(s => s.PersonId == turn.Person.Id && s.Topic == argument).ToListAsync(cancellationToken);
        return Next.Aside(Say.Line("alerts.stopped", ("topic", topic?.Name))).Removing(mine);
    }
}

/// <summary>"/mine": what I follow, each with its stop.</summary>
public sealed class MineCommand(BotDb db, LotTopics topics) : ICommand
{
    public string Name => "mine";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var mine = await db.Subscriptions.Where(s => s.PersonId == turn.Person.Id).OrderBy(s => s.Since).ToListAsync(cancellationToken);
        if (mine.Count == 0)
            return Next.Aside(Say.Line("alerts.none"));
        List<Say> says = [Say.Line("alerts.mine", ("count", mine.Count))];
        foreach (var subscription in mine)
            if (await topics.Named(subscription.Topic, cancellationToken) is { } topic)
                says.Add(Say.All(topic.Name).Offering(Stop(topic.Code)));
        return Next.Aside(says);
    }

    internal static Offer Stop(string topic) => Offer.Command($"/unfollow {topic}", "alerts.stop_this");
}

/// <summary>"/stop": no more messages of any kind until the person writes again; what was followed is followed no more.</summary>
public sealed class StopCommand(BotDb db) : ICommand
{
    public string Name => "stop";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        turn.Person.Stopped = true;
        return Next.Aside(Say.Line("alerts.all_stopped"))
            .Removing(await db.Subscriptions.Where(s => s.PersonId == turn.Person.Id).ToListAsync(cancellationToken));
    }
}
