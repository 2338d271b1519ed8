using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Telegram;

/// <summary>Brings Telegram into the service: nothing but the checked settings when there is no token.</summary>
public static class TelegramSetup
{
    /// <summary>Needs an <see cref="Conversation.IMailbox"/> that may live as long as the service.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TelegramSettings.Section);
        services.AddSingleton<IValidateOptions<TelegramSettings>, TelegramSettingsCheck>();
        services.AddOptions<TelegramSettings>().Bind(section).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TelegramSettings>>().Value);
        var settings = section.Get<TelegramSettings>() ?? new TelegramSettings();
        return settings.IsOn ? services.AddChannel(settings) : services;
    }

    /// <summary>Opens the webhook's address when one is set.</summary>
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<TelegramSettings>();
        if (settings.IsOn && settings.UsesWebhook)
            routes.MapPost(
                new Uri(settings.Webhook.Url!).AbsolutePath,
                (HttpRequest request, Webhook webhook, CancellationToken cancellationToken) => webhook.Hear(request, cancellationToken));
        return routes;
    }

    private static IServiceCollection AddChannel(this IServiceCollection services, TelegramSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient<TelegramClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)    // every call brings its own limit
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;    // a redirect would carry the token to somebody else
                handler.ActivityHeadersPropagator = null;    // no traces: their addresses hold the token
                handler.ConnectTimeout = TimeSpan.FromSeconds(10);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();    // they write the address of every request
        services.AddSingleton<CoordinatorsGroup>().AddSingleton<Topics>().AddSingleton<Posting>().AddSingleton<Updates>().AddSingleton<Introduction>().AddSingleton<Reception>()
            .AddSingleton<IReplay>(provider => provider.GetRequiredService<Reception>());
        services.AddSingleton<IChannel, TelegramChannel>();
        return settings.UsesWebhook
            ? services.AddSingleton<Webhook>().AddHostedService<WebhookRegistration>()
            : services.AddHostedService<Polling>();
    }
}
