using Bot.Conversation;

namespace Bot.Tips;

/// <summary>Who we are in two lines: what this is, who reads it, and what the channel itself can see.</summary>
public static class Welcome
{
    public static Say Lines(string channel) => Say.Line("tips.welcome").Then("tips.who_reads", ("seen", Seen(channel)));

    public static Phrase Seen(string channel) => new(channel switch
    {
        "telegram" => "tips.seen_telegram",
        "whatsapp" => "tips.seen_whatsapp",
        _ => "tips.seen_web",
    });
}
