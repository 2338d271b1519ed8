using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Bot.Channels.WhatsApp;
using Bot.Tests.Channels.Telegram;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>S2: whether a webhook is Twilio's, behind a proxy or not, by http or https, with a port or without, in any order of the query.</summary>
public sealed class SignatureTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private static readonly Dictionary<string, string> Fields = new() { ["MessageSid"] = "SM1", ["Body"] = "Сәлем + 5%", ["From"] = "whatsapp:+77010000001", ["Empty"] = "" };

    public static TheoryData<string, string, string, string?, bool> Table => new()
    {
        // signed by Twilio                             setting                       the request says           forwarded by known proxy      right
        { "https://bot.kz/whatsapp",                    "https://bot.kz",             "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz/whatsapp?b=2&a=1",            "https://bot.kz/",            "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz/whatsapp?a=1&b=2",            "https://bot.kz",             "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz:443/whatsapp",                "https://bot.kz",             "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz/whatsapp",                    "https://bot.kz:443",         "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz:8443/whatsapp",               "https://bot.kz:8443",        "http://10.0.0.1:8080",    null,                         true },
        { "https://bot.kz:8443/whatsapp",               "https://bot.kz",             "http://10.0.0.1:8080",    null,                         false },
        { "http://bot.kz/whatsapp",                     "https://bot.kz",             "http://10.0.0.1:8080",    null,                         false },
        { "https://bot.kz/in/whatsapp",                 "https://bot.kz/in",          "http://10.0.0.1:8080",    null,                         true },
        { "http://bot.kz/whatsapp",                     "",                           "http://bot.kz",           null,                         true },
        { "http://bot.kz:8080/whatsapp?b=2&a=1",        "",                           "http://bot.kz:8080",      null,                         true },
        { "https://bot.kz/whatsapp",                    "",                           "https://bot.kz",          null,                         true },
        { "https://bot.kz/whatsapp",                    "",                           "http://10.0.0.1:8080",    "https bot.kz known",         true },
        { "https://bot.kz:8443/whatsapp?b=2&a=1",       "",                           "http://10.0.0.1:8080",    "https bot.kz:8443 known",    true },
        { "https://bot.kz/whatsapp",                    "",                           "http://10.0.0.1:8080",    "https bot.kz stranger",      false },
        { "https://bot.kz/whatsapp",                    "https://bot.kz",             "http://10.0.0.1:8080",    "http evil.kz stranger",      true },
        { "https://evil.kz/whatsapp",                   "https://bot.kz",             "http://10.0.0.1:8080",    "https evil.kz known",        false },
    };

    [Theory, MemberData(nameof(Table))]
    [Trait("Catalogue", "S2")]
    public async Task S2_A_webhook_is_believed_only_at_the_address_that_Twilio_signed(string signed, string setting, string own, string? forwarded, bool isRight)
    {
        var settings = new WhatsAppSettings { AuthToken = Token, PublicUrl = setting, KnownProxies = "10.9.0.0/16, 10.8.0.1" };
        var request = Request(own, signed[signed.IndexOf("/whatsapp", StringComparison.Ordinal)..], forwarded);
        request.Headers[Signature.Header] = Signed(settings, signed, Fields);

        var form = await Form.Read(request, new PublicAddress(settings), new Signature(settings), default);

        Assert.Equal(isRight, form is not null);
        Assert.Equal(isRight ? Fields["Body"] : null, form?["Body"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("Ж")]
    public async Task A_signature_that_is_missing_or_no_signature_is_turned_away(string given)
    {
        var settings = new WhatsAppSettings { AuthToken = Token, PublicUrl = "https://bot.kz" };
        var request = Request("http://10.0.0.1", "/whatsapp", null);
        request.Headers[Signature.Header] = given;
        Assert.Null(await Form.Read(request, new PublicAddress(settings), new Signature(settings), default));
    }

    [Fact]
    public async Task A_signature_of_other_words_is_turned_away()
    {
        var settings = new WhatsAppSettings { AuthToken = Token, PublicUrl = "https://bot.kz" };
        var request = Request("http://10.0.0.1", "/whatsapp", null);
        request.Headers[Signature.Header] = Signed(settings, "https://bot.kz/whatsapp", new() { ["Body"] = "other" });
        Assert.Null(await Form.Read(request, new PublicAddress(settings), new Signature(settings), default));
    }

    [RefereeFact("twilio")]
    public async Task Twilios_own_library_accepts_our_signature()
    {
        const string url = "https://bot.kz:8443/whatsapp?b=2&a=it's";
        var signature = Signed(new WhatsAppSettings { AuthToken = Token }, url, Fields);
        var start = new ProcessStartInfo(RefereeFactAttribute.Node!) { WorkingDirectory = RefereeFactAttribute.Folder, RedirectStandardOutput = true };
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add("const [t,s,u,f]=process.argv.slice(1);console.log(require('twilio').validateRequest(t,s,u,JSON.parse(f)))");
        foreach (var argument in new[] { Token, signature, url, JsonSerializer.Serialize(Fields) })
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;

        Assert.Equal("true", (await node.StandardOutput.ReadToEndAsync()).Trim());
    }

    private static string Signed(WhatsAppSettings settings, string url, Dictionary<string, string> fields) =>
        new Signature(settings).Of(url, fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));

    private static HttpRequest Request(string own, string target, string? forwarded)
    {
        var (context, address) = (new DefaultHttpContext(), new Uri(own));
        (context.Request.Scheme, context.Request.Host) = (address.Scheme, new HostString(address.Authority));
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        context.Connection.RemoteIpAddress = IPAddress.Parse("10.1.2.3");
        if (forwarded?.Split(' ') is [var scheme, var host, var who])
        {
            (context.Request.Headers["X-Forwarded-Proto"], context.Request.Headers["X-Forwarded-Host"]) = (scheme, host);
            context.Connection.RemoteIpAddress = IPAddress.Parse(who == "known" ? "::ffff:10.9.3.4" : "10.1.2.3");
        }

        var body = new FormUrlEncodedContent(Fields).ReadAsByteArrayAsync().Result;
        (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body), body.Length);
        return context.Request;
    }
}
