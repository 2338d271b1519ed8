using Bot.Channels;
using Bot.Channels.Telegram;
using Bot.Conversation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class SettingsTests
{
    private const string Token = "7000000001:AAFakeFakeFakeFakeFakeFakeFakeFake-_x";

    [Fact]
    public void Without_a_token_the_channel_is_off_and_asks_for_nothing()
    {
        var services = Services(("Telegram:CoordinatorsChat", "nonsense"));
        Assert.Empty(services.GetServices<IChannel>());
        Assert.Empty(services.GetServices<IHostedService>().OfType<BackgroundService>());
    }

    [Fact]
    public void With_a_token_alone_it_polls_Telegram_itself()
    {
        var services = Services(("Telegram:Token", Token));
        Assert.Equal("https://api.telegram.org", services.GetRequiredService<TelegramSettings>().ApiUrl);
        Assert.Equal(("telegram", null), (services.GetRequiredService<IChannel>().Name, services.GetRequiredService<IChannel>().Group));
        Assert.IsType<Polling>(Assert.Single(services.GetServices<IHostedService>().OfType<BackgroundService>()));
    }

    [Theory]
    [InlineData("Telegram:Token", "123", "Telegram:Token is not a bot token")]
    [InlineData("Telegram:ApiUrl", "telegram", "Telegram:ApiUrl is not a web address")]
    [InlineData("Telegram:CoordinatorsChat", "@our_group", "Telegram:CoordinatorsChat is not the number of a group")]
    [InlineData("Telegram:CoordinatorsChat", "1001", "Telegram:CoordinatorsChat is not the number of a group")]
    [InlineData("Telegram:Webhook:Url", "https://bot.example.kz", "Telegram:Webhook:Url is not a full web address with a path")]
    [InlineData("Telegram:Webhook:Secret", "short", "Telegram:Webhook:Secret must be 16 to 256")]
    public void What_is_wrong_is_said_in_a_sentence_that_never_shows_the_value_of_a_secret(string name, string value, string sentence)
    {
        var services = Services(
            ("Telegram:Token", Token), ("Telegram:Webhook:Url", "https://bot.example.kz/telegram"),
            ("Telegram:Webhook:Secret", "0123456789abcdef"), (name, value));
        var fault = Assert.Throws<OptionsValidationException>(services.GetRequiredService<TelegramSettings>);
        Assert.Contains(sentence, Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var last = settings.GroupBy(setting => setting.Name).ToDictionary(group => group.Key, group => (string?)group.Last().Value);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(last).Build();
        return new ServiceCollection().AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IMailbox>(new Mailbox()).AddSingleton<Bot.Conversation.IPhotographs>(new Album()).AddTelegram(configuration).BuildServiceProvider();
    }
}
