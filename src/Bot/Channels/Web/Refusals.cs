using System.Globalization;
using Bot.Conversation;

namespace Bot.Channels.Web;

/// <summary>Turns what a page cannot have into a status and one sentence in the reader's language.</summary>
internal sealed class Refusals(Words words) : IEndpointFilter
{
    private static readonly TimeSpan UntilTheStoreIsBack = TimeSpan.FromSeconds(5);    // short enough to wait for, long enough to restart

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedException refused)
        {
            return Sentence(context.HttpContext, refused);
        }
        catch (StoreUnavailableException)
        {
            return Sentence(context.HttpContext, Busy());
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return Sentence(context.HttpContext, new RefusedException(StatusCodes.Status400BadRequest, "web.unreadable"));
        }
    }

    public static RefusedException Busy() =>
        new(StatusCodes.Status503ServiceUnavailable, "web.busy") { Again = UntilTheStoreIsBack };

    private IResult Sentence(HttpContext http, RefusedException refused)
    {
        if (refused.Again is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        var sentence = words.Say(http.Request, refused.Phrase, refused.Blanks);
        return Results.Text(sentence, "text/plain; charset=utf-8", statusCode: refused.Status);
    }
}
