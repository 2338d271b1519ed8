using Bot.Channels.Web;
using Bot.Operations;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>How a verb enters the house: with settings that make sense, and opened as far as it needs.</summary>
internal static class Doorway
{
    /// <summary>The house with its store and sample, without workers or web.</summary>
    public static async Task<WebApplication> Opened(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        var app = Built(settings);
        await app.Services.GetRequiredService<Opening>().Store(cancellationToken);
        await app.Services.GetRequiredService<Opening>().Sample(cancellationToken);
        return app;
    }

    /// <summary>The house, with settings that make sense; no store is opened yet.</summary>
    public static WebApplication Built(IReadOnlyList<string> settings, bool works = false)
    {
        try
        {
            var app = House.Build(settings, works: works);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return app;
        }
        catch (AggregateException faults)
        {
            throw new SettingException(string.Join(' ', faults.InnerExceptions.Select(fault => fault.Message)));
        }
        catch (Exception fault) when (fault is OptionsValidationException or InvalidOperationException or InvalidDataException or ArgumentException)
        {
            throw new SettingException(fault.Message);
        }
    }

    /// <summary>The address that people know; else our own, with the port that the system chose when the setting left it to the system.</summary>
    public static string PublicUrl(WebApplication app)
    {
        var web = app.Services.GetRequiredService<WebSettings>();
        return (web.PublicUrl ?? app.Urls.FirstOrDefault() ?? web.Url).TrimEnd('/');
    }

    public static async Task<string> Link(WebApplication app, CancellationToken cancellationToken) =>
        $"{PublicUrl(app)}/triage?key={await app.Services.GetRequiredService<CoordinatorDoor>().Invite(cancellationToken)}";
}
