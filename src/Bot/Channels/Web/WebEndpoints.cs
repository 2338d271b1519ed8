using Bot.Conversation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Channels.Web;

/// <summary>Opens the web channel: the citizen's page and the coordinators' page.</summary>
public static class WebEndpoints
{
    /// <summary>Needs an <see cref="IMailbox"/>, an <see cref="IWebFeed"/> and an <see cref="ICoordinatorDoor"/> beside it.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebSettings>(configuration, WebSettings.Section);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Words(Path.Combine(AppContext.BaseDirectory, "locales")));
        services.AddSingleton<Pages>();
        services.AddSingleton<WritingPace>();
        services.AddSingleton<LetterReader>();
        services.AddScoped<Hearing>();
        services.AddScoped<EventStream>();
        services.AddSingleton<IChannel, WebChannel>();
        return services;
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        var web = endpoints.MapGroup("").AddEndpointFilter(PageHeaders.Set).AddEndpointFilter<Refusals>();
        web.MapGet("/web/{file}", (HttpContext http, string file) => Pages.Asset(http, file));
        web.MapGet("/words/{language}", (HttpContext http, Pages pages, string language) => pages.WordsIn(http, language));
        CitizenPage.Map(web);
        TriagePage.Map(web);
    }
}
