namespace Bot.Channels.Telegram;

/// <summary>Tells Telegram at start where to bring the updates to, and does not give up.</summary>
internal sealed class WebhookRegistration(
    TelegramClient client, TelegramSettings settings, Introduction introduction, TimeProvider clock, ILogger<WebhookRegistration> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Persistence.Endless(clock, log).ExecuteAsync(async token =>
            {
                await introduction.Make("webhook", token);
                await client.SetWebhook(settings.Webhook.Url!, settings.Webhook.Secret!, token);
            }, stoppingToken);
        }
        catch (TelegramException e) when (e.TokenRefused)
        {
            log.TokenRefused(e.Code);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;    // the service stops
        }
    }
}
