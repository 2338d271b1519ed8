using System.CommandLine;
using System.Globalization;
using Bot.Channels;

namespace Bot;

/// <summary>What the operator can do about messages that did not arrive.</summary>
internal static class MailVerbs
{
    private const string All = "all";

    public static Command Outbox(IReadOnlyList<string> settings)
    {
        var verb = new Command("outbox", "Messages that did not arrive, with the reason; retry N or drop N, or all of them");
        verb.SetAction((_, cancel) => List(settings, cancel));
        verb.Add(Act("retry", "Sends them once more (of unknown fate: they may arrive twice)", (letters, which, cancel) => letters.Retry(which, cancel)));
        verb.Add(Act("drop", "Takes their words away", (letters, which, cancel) => letters.Drop(which, cancel)));
        return verb;

        Command Act(string name, string help, Func<DeadLetters, long?, CancellationToken, Task<int>> act)
        {
            var which = new Argument<string>("N") { Description = "Number of the message, or all" };
            which.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<string>() is not { } text || (text != All && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var _)))
                    given.AddError("N is a number from the list, or all");
            });
            var command = new Command(name, help) { which };
            command.SetAction((parsed, cancel) => Change(settings, parsed.GetValue(which)!, act, cancel));
            return command;
        }
    }

    private static async Task<int> List(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        Verbs.Print(await scope.ServiceProvider.GetRequiredService<DeadLetters>().List(cancellationToken));
        return 0;
    }

    private static async Task<int> Change(
        IReadOnlyList<string> settings, string which, Func<DeadLetters, long?, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var app = await Doorway.Opened(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var position = which == All ? (long?)null : long.Parse(which, CultureInfo.InvariantCulture);
        var changed = await act(scope.ServiceProvider.GetRequiredService<DeadLetters>(), position, cancellationToken);
        Verbs.Print(new { changed });
        return changed > 0 || position is null ? 0 : 1;
    }
}
