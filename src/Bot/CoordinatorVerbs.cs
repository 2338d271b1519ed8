using System.CommandLine;
using Bot.Channels.Web;
using Bot.Operations;

namespace Bot;

/// <summary>Who may read on the coordinators' page, and how the operator ends it.</summary>
internal static class CoordinatorVerbs
{
    private const string All = "all";

    public static Command Coordinators(IReadOnlyList<string> settings)
    {
        var verb = new Command("coordinators", "Open invitations and sessions of the coordinators' page; end MARK, end NAME or end all");
        verb.SetAction((_, cancel) => List(settings, cancel));
        var which = new Argument<string>("WHO") { Description = "Mark or name from the list, or all" };
        var end = new Command("end", "Closes the page for them at once; a new link is needed to come back") { which };
        end.SetAction((parsed, cancel) => End(settings, parsed.GetValue(which)!, cancel));
        verb.Add(end);
        return verb;
    }

    private static async Task<int> List(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);
        Verbs.Print(await app.Services.GetRequiredService<CoordinatorDoor>().List(cancellationToken));
        return 0;
    }

    private static async Task<int> End(IReadOnlyList<string> settings, string who, CancellationToken cancellationToken)
    {
        await using var app = Doorway.Built(settings);
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);
        var ended = await app.Services.GetRequiredService<CoordinatorDoor>().End(who == All ? null : who, cancellationToken);
        Verbs.Print(new { ended });
        return ended > 0 || who == All ? 0 : 1;
    }
}
