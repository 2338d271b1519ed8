using Bot.Channels;
using Bot.Channels.WhatsApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

public sealed class WhatsAppSettingsTests
{
    private const string Token = "fa4efa4efa4efa4efa4efa4efa4efa4e";

    [Fact]
    public void Without_an_account_the_channel_is_off_and_asks_for_nothing() =>
        Assert.Empty(Services(("WhatsApp:AccountSid", ""), ("WhatsApp:Sender", "nonsense")).GetServices<IChannel>());

    [Fact]
    public void The_usual_pace_is_the_senders()
    {
        var pace = Services().GetRequiredService<WhatsAppSettings>().Pace.ToPace();
        Assert.Equal((80, 60.0, TimeSpan.FromSeconds(6), 15), (pace.PerSecond, pace.AlertsPerSecond, pace.BetweenToOne, pace.AtOnce));
    }

    [Theory]
    [InlineData("WhatsApp:AccountSid", "AC123", "WhatsApp:AccountSid is not an account")]
    [InlineData("WhatsApp:AuthToken", "", "WhatsApp:AuthToken is not a token")]
    [InlineData("WhatsApp:Sender", "87011234567", "WhatsApp:Sender is not a number")]
    [InlineData("WhatsApp:ApiUrl", "twilio", "WhatsApp:ApiUrl is not a web address")]
    [InlineData("WhatsApp:ContentUrl", "twilio", "WhatsApp:ContentUrl is not a web address")]
    [InlineData("WhatsApp:MessagingUrl", "twilio", "WhatsApp:MessagingUrl is not a web address")]
    [InlineData("WhatsApp:PublicUrl", "bot.kz", "WhatsApp:PublicUrl is not a full web address")]
    [InlineData("WhatsApp:KnownProxies", "10.0.0.1, proxy", "WhatsApp:KnownProxies holds what is no address")]
    [InlineData("WhatsApp:Pace:PerSecond", "0", "WhatsApp:Pace holds a number that lets nothing through")]
    public void What_is_wrong_is_said_in_a_sentence_that_never_shows_the_token(string name, string value, string sentence)
    {
        var fault = Assert.Throws<OptionsValidationException>(Services((name, value)).GetRequiredService<WhatsAppSettings>);
        Assert.Contains(sentence, Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        Dictionary<string, string?> all = new()
        {
            ["WhatsApp:AccountSid"] = "AC00000000000000000000000000fa4e01",
            ["WhatsApp:AuthToken"] = Token,
            ["WhatsApp:Sender"] = "+77011234567",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddWhatsApp(configuration).BuildServiceProvider();
    }
}
