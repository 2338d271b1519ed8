using Bot.Conversation;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tips;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Tips;

/// <summary>What messengers do with a message beside sending it: wording it anew, albums, somebody's number, leaving and coming back.</summary>
public sealed class RewordingTests : IAsyncLifetime
{
    private const string Author = "author";
    private Stage stage = null!;
    private int messages;

    [Fact, Trait("Catalogue", "P8")]
    public async Task A_story_that_is_worded_anew_while_it_is_told_counts_as_worded_anew()
    {
        await Say("В Зубовской школе оформили ОСАГО", part: "1");
        await Say("машина там одна", part: "2");
        await Say("В Зубовской школе оформили ОГПО за 46 тысяч", part: "1", MessageKind.Edited);
        await Say("готово");
        await Say("не знаю");

        Assert.Equal("В Зубовской школе оформили ОГПО за 46 тысяч\nмашина там одна", (await Tip()).Text);
    }

    [Fact, Trait("Catalogue", "P8")]
    public async Task Worded_anew_after_it_was_filed_it_goes_to_the_same_tip_beside_the_first_wording()
    {
        await Say("В Зубовской школе оформили ОГПО за 46 тысяч", part: "1");
        await Say("готово");
        await Say("первая");
        await Say("В Зубовской школе оформили ОГПО за 64 тысячи", part: "1", MessageKind.Edited);

        var (text, more) = await Tip();
        Assert.Equal("В Зубовской школе оформили ОГПО за 46 тысяч", text);
        Assert.Equal(["В Зубовской школе оформили ОГПО за 64 тысячи"], more);
    }

    [Fact, Trait("Catalogue", "P9")]
    public async Task An_album_of_ten_that_comes_while_a_question_stands_is_kept_and_asks_nothing_again()
    {
        await Say("В Зубовской школе оформили ОГПО за 46 тысяч");
        await Say("готово");
        await stage.Heard();
        for (var number = 0; number < 10; number++)
            await stage.Hear(Message() with { Files = [new IncomingFile($"{number}.jpg", "image/jpeg", 3, [1, 2, 3], null)] });

        Assert.Empty(await stage.Heard());
        await Say("первая");
        Assert.Contains("files: 10", await stage.Kept());
    }

    [Fact]
    public async Task Somebodys_number_is_refused_kindly_and_the_question_stands()
    {
        await Say("В Зубовской школе оформили ОГПО за 46 тысяч");
        await stage.Heard();
        await stage.Hear(Message() with { Kind = MessageKind.Contact });

        Assert.StartsWith("Чужие номера мы не храним", (await stage.Heard())[0].Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_blocked_us_is_welcome_back_and_who_never_left_hears_nothing()
    {
        await Say("В Зубовской школе оформили ОГПО за 46 тысяч");
        await stage.Hear(Message() with { Kind = MessageKind.Back });
        await stage.Heard();
        await stage.Hear(Message() with { Kind = MessageKind.Left });
        Assert.Empty(await stage.Heard());
        await stage.Hear(Message() with { Kind = MessageKind.Back });

        Assert.StartsWith("Рады, что вы вернулись", Assert.Single(await stage.Heard()).Reply.Text, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => stage = await Stage.Set(new(), "ru");

    public async Task DisposeAsync() => await stage.DisposeAsync();

    private Task Say(string text, string? part = null, MessageKind kind = MessageKind.Said) => stage.Hear(Message() with { Text = text, Part = part, Kind = kind });

    private IncomingMessage Message() => new()
    {
        Channel = "web",
        ExternalId = $"m{++messages}",
        Sender = Author,
        SentAt = Transcript.StartOfTime,
    };

    private async Task<(string Text, List<string> More)> Tip()
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var (db, seal) = (scope.ServiceProvider.GetRequiredService<BotDb>(), stage.Services.GetRequiredService<Seal>());
        var tip = await db.Tips.SingleAsync();
        return (seal.Open(tip.Text), [.. (await db.TipEntries.ToListAsync()).Where(entry => entry.Kind == TipEntryKind.More).Select(entry => seal.Open(entry.Text))]);
    }
}
