using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Conversation;
using Polly;

namespace Bot.Channels.Telegram;

/// <summary>Fetches updates by long polling; an update is acknowledged only after it was stored.</summary>
internal sealed partial class Polling(
    TelegramClient client, Reception reception, Introduction introduction, TimeProvider clock, ILogger<Polling> log) : BackgroundService
{
    /// <summary>How long to wait when the store does not take a message.</summary>
    public static readonly TimeSpan StoreRest = TimeSpan.FromSeconds(5);

    private const int Most = 100;

    private readonly ResiliencePipeline persistence = Persistence.Endless(clock, log);
    private long offset;
    private int limit = Most;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await persistence.ExecuteAsync(async token =>
            {
                await introduction.Make("long polling", token);
                await client.DeleteWebhook(token);
            }, stoppingToken);
            while (true)
                if (!await TakeAll(await persistence.ExecuteAsync(async token => await Ask(token), stoppingToken), stoppingToken))
                    await Task.Delay(StoreRest, clock, stoppingToken);
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

    private async Task<IReadOnlyList<JsonElement>> Ask(CancellationToken cancellationToken)
    {
        try
        {
            var updates = await client.GetUpdates(offset, limit, cancellationToken);
            limit = Math.Min(Most, limit * 2);
            return updates;
        }
        catch (TelegramException e) when (e.Body is not null)
        {
            StepOver(e.Body);
            throw;
        }
        catch (TelegramException e) when (e.Code == 409 && e.Says("webhook"))
        {
            await client.DeleteWebhook(cancellationToken);
            throw;
        }
    }

    /// <summary>A batch that cannot be read is asked for one by one; the one that still cannot be read is given up.</summary>
    private void StepOver(byte[] body)
    {
        if (limit == 1 && UpdateId().Match(Encoding.Latin1.GetString(body)) is { Success: true } found
            && long.TryParse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var id))
        {
            offset = id + 1;
            reception.Skip();
        }

        limit = 1;
    }

    /// <returns>False when the store refused one: it and those behind it will be asked for again.</returns>
    private async Task<bool> TakeAll(IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken)
    {
        var before = offset;
        List<Task> confirming = [];
        foreach (var update in updates)
        {
            try
            {
                if (Updates.PressIn(update) is { } press)
                    confirming.Add(Confirm(press, cancellationToken));    // within a second, also when the store is slow
                await reception.Take(update, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                log.StoreClosed();
                return false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.NotStored(e);
                return false;
            }

            offset = update.Number("update_id") + 1 ?? offset;
        }

        await Task.WhenAll(confirming);
        return updates.Count == 0 || offset != before;
    }

    private async Task Confirm(string press, CancellationToken cancellationToken)
    {
        try
        {
            await client.AnswerCallbackQuery(press, cancellationToken);
        }
        catch (TelegramException e)
        {
            log.PressNotConfirmed(e.Message);
        }
    }

    [GeneratedRegex("\"update_id\"\\s*:\\s*([0-9]{1,18})")]
    private static partial Regex UpdateId();
}
