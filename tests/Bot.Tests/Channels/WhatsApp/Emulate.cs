using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>
/// emulate, a Twilio that somebody else wrote, in a process of its own with our sender registered. It knows messages, callbacks and
/// signatures, but no contents, no window and no media.
/// </summary>
internal sealed class Emulate : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000000";
    public const string AuthToken = "twilio_test_auth_token";
    public const string Sender = "whatsapp:+14155238886";
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly HttpClient http = new();

    private Emulate(Process process, int port)
    {
        (this.process, Url) = (process, $"http://127.0.0.1:{port}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}")));
    }

    /// <summary>In place of api.twilio.com. Without a slash at the end.</summary>
    public string Url { get; }

    /// <param name="webhook">Where inbound messages are pushed to.</param>
    public static async Task<Emulate> Start(string? webhook = null)
    {
        var port = FreePort();
        var process = Node.Start([Path.Combine("node_modules", "emulate", "dist", "index.js"), "start", "-s", "twilio", "-p", $"{port}"]);
        var emulate = new Emulate(process, port);
        try
        {
            await Listening(process);
            await emulate.Post($"/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", ("PhoneNumber", Sender), ("SmsUrl", webhook ?? ""));
            return emulate;
        }
        catch
        {
            await emulate.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody writes to the sender: a signed webhook. Says the message as emulate keeps it.</summary>
    public Task<JsonNode> Says(string number, string text) =>
        Post("/_twilio/simulate/inbound-message", ("From", $"whatsapp:{number}"), ("To", Sender), ("Body", text));

    /// <summary>A message of ours goes on to this status: a signed callback, if it asked for one.</summary>
    public Task<JsonNode> Becomes(string messageSid, string status) =>
        Post("/_twilio/simulate/message-status", ("MessageSid", messageSid), ("Status", status));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonNode> Post(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(Url + path), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"emulate: {(int)answer.StatusCode} {text}");
    }

    /// <summary>It prints its banner when it listens; what it prints later is read away.</summary>
    private static async Task Listening(Process process)
    {
        using var patience = new CancellationTokenSource(GiveUp);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains("Config", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }

        throw new InvalidOperationException($"emulate did not start: {await process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
