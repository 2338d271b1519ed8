using System.ComponentModel.DataAnnotations;
using Bot.Feeds;
using Bot.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Procurement;
using Xunit;

namespace Bot.Tests.Feeds;

/// <summary>What an operator may write about the portal, and what they are told when it cannot be meant.</summary>
public sealed class PortalSettingsTests
{
    private const string Token = "0123456789abcdef";

    [Fact]
    public void A_fresh_start_calls_nobody()
    {
        using var services = Services([]);
        var portal = services.GetRequiredService<IPortal>();

        Assert.All(Enum.GetValues<Feed>(), feed => Assert.False(portal.Has(feed)));
        Assert.Empty(services.GetRequiredService<PortalSources>().Standing);
    }

    [Fact]
    public void Sources_are_asked_in_the_order_written()
    {
        using var services = Services(new() { ["Portal:Sources"] = "zakup, graphql,rest", ["Portal:Token"] = Token });

        Assert.Equal("zakup, ows-graphql, ows-rest", services.GetRequiredService<IPortal>().Name);
        Assert.All(Enum.GetValues<Feed>(), feed => Assert.True(services.GetRequiredService<IPortal>().Has(feed)));
        Assert.Equal(["zakup.gov.kz", "ows.goszakup.gov.kz", "ows.goszakup.gov.kz"],
            services.GetRequiredService<PortalSources>().Standing.Select(source => source.Host));
    }

    [Theory]
    [InlineData("Sources", "graphql;rest")]
    [InlineData("Sources", "zakup,zakup")]
    [InlineData("Sources", "ows")]
    [InlineData("Token", "short")]
    [InlineData("Token", "two words of a token")]
    [InlineData("Token", "with\nline break")]
    [InlineData("GraphQlUrl", "ows.goszakup.gov.kz")]
    [InlineData("RestUrl", "http://ows.goszakup.gov.kz")]
    [InlineData("ZakupUrl", "https://me:secret@zakup.gov.kz")]
    [InlineData("Proxy", "10.0.0.1:3128")]
    [InlineData("Proxy", "http://me:secret@10.0.0.1:3128")]
    [InlineData("ProxyLogin", "me")]
    [InlineData("CaBundle", "no-such-file.pem")]
    [InlineData("UserAgent", "Құн")]
    [InlineData("UserAgent", "")]
    [InlineData("RequestsPerSecond", "0")]
    [InlineData("RequestsPerSecond", "2.1")]
    [InlineData("TimeoutSeconds", "4")]
    [InlineData("FindSeconds", "31")]
    [InlineData("FindTimeoutSeconds", "0")]
    public void What_cannot_be_meant_is_told_by_name(string name, string value)
    {
        using var services = Services(new() { [$"Portal:{name}"] = value });

        var fault = Assert.Throws<OptionsValidationException>(services.GetRequiredService<PortalSettings>);

        Assert.StartsWith($"Portal:{name}: ", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graphql")]
    [InlineData("zakup,rest")]
    public void The_portals_own_services_need_a_token(string sources)
    {
        using var services = Services(new() { ["Portal:Sources"] = sources });

        Assert.Contains("Portal:Token", Assert.Throws<OptionsValidationException>(services.GetRequiredService<PortalSettings>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_portal_on_this_machine_may_do_without_tls() =>
        Assert.Empty(Faults(new PortalSettings { Sources = "rest", Token = Token, RestUrl = "http://127.0.0.1:5000" }));

    [Theory]
    [InlineData("http://127.0.0.1:5000", 1000, true)]
    [InlineData("http://127.0.0.1:5000", 1001, false)]
    [InlineData("http://127.0.0.1:5000", double.NaN, false)]
    [InlineData("https://portal.test", 2, true)]
    [InlineData("https://portal.test", 2.01, false)]
    public void A_portal_on_this_machine_needs_no_politeness(string url, double perSecond, bool isGood) =>
        Assert.Equal(isGood, Faults(new PortalSettings { Sources = "rest", Token = Token, RestUrl = url, RequestsPerSecond = perSecond }).Count == 0);

    [Fact]
    public void One_portal_elsewhere_is_enough_to_be_polite() => Assert.Single(Faults(
        new PortalSettings { Sources = "rest,zakup", Token = Token, RestUrl = "http://127.0.0.1:5000", RequestsPerSecond = 3 }));

    [Fact]
    public void A_file_that_holds_no_certificates_is_no_bundle()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "hello");

            Assert.Contains("no certificate", Assert.Single(Faults(new PortalSettings { CaBundle = file })), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_doctor_never_shows_the_secrets() =>
        Assert.All(Settings.All.Where(setting => setting.Name is "Portal:Token" or "Portal:ProxyLogin"),
            setting => Assert.Equal("(set, hidden)", Settings.Shown(setting, Token)));

    private static List<string?> Faults(PortalSettings settings)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage)];
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection().AddLogging()
        .AddPortal(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
