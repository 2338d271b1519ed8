using System.Diagnostics;
using Bot.Channels.Telegram;
using Fakes.Telegram;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Neither the token nor anybody's words stand in a log, a trace or an exception, whatever happens.</summary>
public sealed class SecretTests
{
    private const string Canary = "canary-words-of-a-person";

    [Fact, Trait("Catalogue", "S10")]
    public async Task Token_and_words_stay_out_of_logs_and_traces()
    {
        List<string> traces = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name != "Microsoft.AspNetCore",    // the made-up Telegram's own: it must know the token
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces)
                    traces.Add($"{activity.OperationName} {string.Join(' ', activity.TagObjects)}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        var telegram = await FakeTelegram.Start(token: "7000000003:AATokenOfThisTestAlone-TokenOfThisTest");
        await using var stage = await TelegramStage.Set(telegram: telegram);
        List<string> told = [];
        stage.Telegram.Say(1001, Canary, new FakePerson(1001, Canary));
        await stage.Mailbox.Wait();
        Fault?[] faults = [null, Fault.Refused(401, "Unauthorized"), Fault.Gateway(502), Fault.Reset(false), Fault.Rubbish([1])];
        foreach (var fault in faults)
        {
            stage.Telegram.FailNext("sendMessage", fault);
            told.Add((await stage.Send("1001", Canary)).ToString());
            stage.Telegram.FailNext("getFile", Enumerable.Repeat(fault, 4).ToArray());
            told.Add(await Failure(stage));
        }

        await stage.Telegram.DisposeAsync();
        told.Add((await stage.Send("1001", Canary)).ToString());
        told.Add(await Failure(stage));
        var all = string.Join('\n', [.. told, .. stage.Log.Lines, .. Copy(traces)]);
        Assert.DoesNotContain(stage.Telegram.Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Telegram.Token.Split(':')[1], all, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, all, StringComparison.Ordinal);
    }

    private static string[] Copy(List<string> traces)
    {
        lock (traces)
            return [.. traces];
    }

    private static async Task<string> Failure(TelegramStage stage)
    {
        try
        {
            var client = stage.The<TelegramClient>();
            return await client.GetFile("f", CancellationToken.None) ?? "";
        }
        catch (TelegramException e)
        {
            return e.ToString();
        }
    }
}
