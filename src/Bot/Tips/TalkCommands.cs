using System.Globalization;
using Bot.Conversation;
using Bot.Lots;

namespace Bot.Tips;

/// <summary>
/// "/start": says who we are; the next message is the tip. A tip that is half told stays. "/start l85601752" and "/start b970540001650", as in
/// the links on posters, say what it will be about.
/// </summary>
public sealed class StartCommand(LotTopics topics, LotSearch search) : ICommand
{
    public string Name => "start";

    public async ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        turn.Person.Greeted = true;
        var welcome = Welcome.Lines(turn.Person.Channel);
        var isFree = turn.Person.Step == nameof(WhatHappened);    // else a tip is being told: what it is about is said already
        var next = (isFree ? await About(argument, welcome, cancellationToken) : null) ?? Next.Aside(welcome.Then("tips.just_write"));
        return next with
        {
            Says = [next.Says[0].Offering(Offer.Command("/language", "tips.change_language"), Offer.Command("/privacy", "tips.is_it_safe"))],
        };
    }

    private async Task<Next?> About(string link, Say welcome, CancellationToken cancellationToken)
    {
        if (link.StartsWith('l') && long.TryParse(link.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await search.Lot(id, cancellationToken) is { } lot)
            return Next.Aside(welcome.Then(Phrase.Plain("")).Then(LotCard.Short(lot)).Then("tips.about_lot")).Noting(Notes.About, link[1..]).Noting(Notes.Text, null);
        if (link.StartsWith('b') && await topics.Named("buyer:" + link[1..], cancellationToken) is { } buyer)
            return Next.Aside(welcome.Then(Phrase.Plain("")).Then("tips.about_buyer", ("buyer", buyer.Name)).Offering(Follow(buyer)))
                .Noting(Notes.About, null).Noting(Notes.Text, buyer.Words);
        return null;
    }

    private static Offer Follow(Topic buyer) => Offer.Command($"/follow {buyer.Code}", buyer.IsSchool ? "tips.follow_school" : "tips.follow_" + buyer.Kind);
}

/// <summary>"/help": what can be said here, in one screen.</summary>
public sealed class HelpCommand : ICommand
{
    public string Name => "help";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Next.Aside(Say.Line("tips.help")));
}

/// <summary>"/privacy": what is kept, for how long, who can read it, what the channel sees, how to be safer.</summary>
public sealed class PrivacyCommand : ICommand
{
    public string Name => "privacy";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(Next.Aside(
        Say.Line("tips.privacy").Then(Welcome.Seen(turn.Person.Channel)).Then("tips.safer")));
}

/// <summary>"/language", or "/language ru": changes the language at any time and repeats the question that stands.</summary>
public sealed class LanguageCommand : ICommand
{
    public string Name => "language";

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) => ValueTask.FromResult(
        Phrasebook.Spoken.Contains(argument)
            ? Next.Again(Say.Line("tips.language_is")).Speaking(argument)
            : Next.Aside(Say.Line("tips.which_language").Offering(
                Offer.Command("/language kk", "tips.kazakh"), Offer.Command("/language ru", "tips.russian"), Offer.Command("/language en", "tips.english"))));
}
