using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>Who posts: an address, and for a coordinator the group and the name that colleagues see.</summary>
internal sealed record Speaker(string Address, string? Group = null, string? Name = null);

/// <summary>Takes one letter from a page into the mailbox; 202 means that it is stored.</summary>
internal sealed class Hearing(IMailbox mailbox, LetterReader letters, WritingPace pace, Words words, TimeProvider time)
{
    public async Task<IResult> Hear(HttpRequest request, Speaker? speaker)
    {
        if (!OwnPage.Sent(request))
            throw new RefusedException(StatusCodes.Status403Forbidden, "web.not_our_page");
        if (speaker is null)
            throw new RefusedException(StatusCodes.Status401Unauthorized, "web.no_session");
        if (pace.Ask(speaker.Address) is var wait && wait > TimeSpan.Zero)
            throw new RefusedException(StatusCodes.Status429TooManyRequests, "web.too_fast") { Again = wait };

        var letter = await letters.Read(request, request.HttpContext.RequestAborted);
        await mailbox.Receive(Message(letter, speaker, request), request.HttpContext.RequestAborted);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private IncomingMessage Message(Letter letter, Speaker speaker, HttpRequest request) => new()
    {
        Channel = WebChannel.ChannelName,
        ExternalId = WebSession.Digest(speaker.Address + " " + letter.Id),    // nobody can use up another session's ids
        Sender = speaker.Address,
        Group = speaker.Group,
        SenderName = speaker.Name,
        Colleague = speaker.Name is { } name ? new Colleague(name, WebSession.MarkOf(speaker.Address)) : null,
        Text = letter.Text ?? "",
        Press = string.IsNullOrEmpty(letter.Press) ? null : letter.Press,
        Files = letter.Files,
        LanguageHint = words.LanguageOf(request),
        SentAt = time.GetUtcNow(),
    };
}
