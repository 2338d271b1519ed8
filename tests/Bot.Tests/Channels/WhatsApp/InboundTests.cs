using Bot.Channels.WhatsApp;
using Bot.Conversation;
using Bot.Tips;
using Fakes.Twilio;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>What a webhook becomes: words, presses, places, files; who wrote it; and what is taken only once.</summary>
public sealed class InboundTests
{
    private static readonly Guid Somebody = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("STOP")]
    [InlineData("Stop!")]
    [InlineData("unsubscribe")]
    [InlineData("СТОП")]
    [InlineData("Стоп.")]
    [InlineData("сТоП")]
    [InlineData("ТОҚТАТ")]
    [InlineData("ТОКТАТ")]
    [InlineData("тоқтат!!!")]
    [InlineData("Болды")]
    [InlineData("БОЛДЫ.")]
    [InlineData("отписаться")]
    [InlineData("Отпишись")]
    [InlineData("Cancel")]
    [InlineData("quit")]
    [Trait("Catalogue", "S12")]
    public void S12_Words_to_be_left_alone_are_the_bots_own_stop(string text) => Assert.Equal("/stop", Said(("Body", text)).Text);

    [Theory]
    [InlineData("Стоп, а кто подписал договор?")]
    [InlineData("болдырмау керек")]
    [InlineData("they did not stop")]
    public void A_sentence_with_such_a_word_stays_a_sentence(string text) => Assert.Equal(text, Said(("Body", text)).Text);

    [Fact]
    public void A_press_is_a_press_and_a_row_of_a_list_too()
    {
        Assert.Equal("a~1~s", Said(("Body", "Иә"), ("ButtonPayload", "a~1~s"), ("ButtonText", "Иә")).Press);
        Assert.Equal("b~1~s", Said(("Body", "Иә"), ("ListId", "b~1~s"), ("ListTitle", "Иә")).Press);
    }

    [Fact]
    public void A_place_is_told_in_words() => Assert.Equal("Мектеп\nАбай, 5\n43.25, 76.95",
        Said(("Latitude", "43.25"), ("Longitude", "76.95"), ("Address", "Абай, 5"), ("Label", "Мектеп")).Text);

    [Fact]
    public void A_card_of_somebody_is_not_kept()
    {
        var said = Said(("Body", "+77015556677"), ("NumMedia", "1"), ("MediaUrl0", "https://api.twilio.com/x"), ("MediaContentType0", "text/vcard"));
        Assert.Equal(("", 0, MessageKind.Contact), (said.Text, said.Files.Count, said.Kind));
    }

    [Fact]
    public void What_holds_nothing_is_told_as_unreadable() => Assert.Equal(MessageKind.Unreadable, Said(("MessageType", "order")).Kind);

    [Fact]
    public void Nothing_of_the_senders_name_or_number_is_in_the_message()
    {
        var said = Said(("Body", "hello"), ("ProfileName", "Дана"), ("WaId", "77015556677"), ("From", "whatsapp:+77015556677"));
        Assert.DoesNotContain("7701555", System.Text.Json.JsonSerializer.Serialize(said), StringComparison.Ordinal);
        Assert.Null(said.SenderName);
    }

    [Fact]
    public async Task A_message_that_comes_five_times_is_answered_once()
    {
        await using var stage = await WhatsAppStage.Set();
        stage.Twilio.Copies = 5;

        await stage.Say("Сәлеметсіз бе");

        Assert.Equal(1, await stage.In(db => db.Inbox.CountAsync(entry => entry.Channel == "whatsapp")));
        await stage.Twilio.WaitForMessages(stage.Person);
        Assert.Single(stage.Twilio.Calls, call => call.Operation == "send");
    }

    [Fact]
    public async Task A_webhook_without_a_signature_is_turned_away_and_nothing_is_kept()
    {
        await using var stage = await WhatsAppStage.Set();
        using var http = new HttpClient();
        using var answer = await http.PostAsync($"{stage.Url}/whatsapp", new FormUrlEncodedContent([new("MessageSid", "SM1"), new("From", "whatsapp:+77010000001")]));
        using var status = await http.PostAsync($"{stage.Url}/whatsapp/status?m=1", new FormUrlEncodedContent([new("MessageSid", "SM1")]));
        Assert.Equal((403, 403), ((int)answer.StatusCode, (int)status.StatusCode));
        Assert.Equal(0, await stage.In(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task S10_Neither_words_nor_number_nor_token_are_logged_whatever_goes_wrong()
    {
        const string words = "Мектептің шатыры ағып тұр";
        await using var stage = await WhatsAppStage.Set();
        stage.Twilio.FailNext("send", Fault.Refused(400, 63007, "no channel"), Fault.Reset(carriedOut: false), Fault.Gateway(502));
        await stage.Say(words);
        stage.Clock.Push(TimeSpan.FromMinutes(6));
        await stage.Settle();
        stage.Clock.Push(TimeSpan.FromHours(30));
        await stage.Put("news");
        await stage.Settle();

        var lines = string.Join('\n', stage.Log.Lines);
        Assert.Contains("WhatsApp: error 63007", lines, StringComparison.Ordinal);
        Assert.Contains("WhatsApp: no approved template", lines, StringComparison.Ordinal);
        Assert.All([words, WhatsAppStage.Number[1..], stage.Person.Bsuid, stage.Twilio.AuthToken], secret => Assert.DoesNotContain(secret, lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_under_a_picture_choose_nothing()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("/start");
        await stage.Say("Мектепте жөндеу");
        await stage.Do(person => person.SendsPhoto([1, 2, 3], caption: "1"));
        Assert.Equal(1, await stage.In(db => db.TipFiles.CountAsync()));
        Assert.Equal("AnythingElse", await stage.In(db => db.People.Select(person => person.Step).SingleAsync()));
    }

    [Fact]
    public async Task Stopping_stops_and_any_word_begins_again()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        await stage.Say("Тоқтат!");
        Assert.True(await stage.In(db => db.People.Select(person => person.Stopped).SingleAsync()));

        await stage.Say("Сәлем");
        Assert.False(await stage.In(db => db.People.Select(person => person.Stopped).SingleAsync()));
    }

    [Fact]
    public async Task Who_says_STOP_to_Twilio_is_left_alone_until_they_say_START()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("hello there");
        await stage.Do(person => person.OptsOut());
        Assert.Equal(Reach.OptedOut, (await stage.Contact()).Reach);
        Assert.DoesNotContain(stage.Twilio.Calls, call => call.Code == 21610);

        await stage.Do(person => person.OptsIn());
        Assert.Equal(Reach.Open, (await stage.Contact()).Reach);
        Assert.False(await stage.In(db => db.People.Select(person => person.Stopped).SingleAsync()));
    }

    private static IncomingMessage Said(params (string Name, string Value)[] fields) =>
        Inbound.Message(Form.Of(fields.Append(("MessageSid", "SM1")).ToDictionary(field => field.Item1, field => field.Item2)), Somebody, DateTimeOffset.UnixEpoch)!;
}
