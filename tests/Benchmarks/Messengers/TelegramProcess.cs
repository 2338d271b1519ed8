using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarks.Messengers;

/// <summary>The made-up Telegram in a process of its own, driven over its control addresses.</summary>
internal sealed class TelegramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private TelegramProcess(Process process, string url, string token)
    {
        (this.process, Url, Token) = (process, url, token);
        http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public string Url { get; }
    public string Token { get; }

    /// <param name="limits">Whether it refuses what comes faster than the real one takes.</param>
    public static async Task<TelegramProcess> Start(bool limits)
    {
        string[] words = ["telegram", "--port", Stage.FreePort().ToString(CultureInfo.InvariantCulture), .. limits ? Array.Empty<string>() : ["--no-limits"]];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Fakes.dll"), .. words])
        {
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The made-up Telegram did not start.");
        var said = line.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new TelegramProcess(process, said["Telegram:ApiUrl"], said["Telegram:Token"]);
    }

    /// <summary>So many people with rising numbers who may be written to.</summary>
    public Task Acquaint(long first, int count) => Post("crowd", new { first, count });

    public Task OpenGroup(long chat) => Post("open", new { chat, title = "Coordinators" });

    public Task Say(Townsman person, string text) => Post("say", new
    {
        chat = person.Chat,
        text,
        from = new { id = person.Chat, first_name = person.Name, language_code = person.Language },
    });

    /// <summary>The bot's calls after the first so many, in the order in which they were answered.</summary>
    public async Task<IReadOnlyList<Call>> CallsAfter(int count) =>
        [.. (await http.GetFromJsonAsync<JsonElement>($"/control/calls?after={count}")).EnumerateArray().Select(Call.Of)];

    /// <summary>How often the bot was told to wait, and how often it did not.</summary>
    public async Task<(int Refused, int TooEarly)> Pace()
    {
        var pace = await http.GetFromJsonAsync<JsonElement>("/control/pace");
        return (pace.GetProperty("refused").GetInt32(), pace.GetProperty("too_early").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>When the measurement is broken off, nobody is left behind.</summary>
    private void End(object? sender, EventArgs e) => process.Kill();

    private async Task Post(string act, object body)
    {
        using var answer = await http.PostAsJsonAsync("/control/" + act, body);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>One call of the bot, when it was answered and how (0: not at all).</summary>
internal sealed record Call(string Method, int Status, DateTimeOffset At, string? Chat, string? Text, string? FirstButton)
{
    public bool IsMessage => Method == "sendMessage" && Status == 200;

    public static Call Of(JsonElement call)
    {
        var parameters = call.GetProperty("parameters");
        return new Call(call.GetProperty("method").GetString()!, call.GetProperty("status").GetInt32(),
            DateTimeOffset.FromUnixTimeMilliseconds(call.GetProperty("at_ms").GetInt64()),
            Value(parameters, "chat_id")?.ToString(), Value(parameters, "text")?.GetString(), Button(parameters));
    }

    /// <summary>What the first button under a message would send back.</summary>
    private static string? Button(JsonElement parameters) =>
        Value(parameters, "reply_markup") is { ValueKind: JsonValueKind.Object } markup && Value(markup, "inline_keyboard") is { } rows
        && rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            ? Value(first, "callback_data")?.GetString()
            : null;

    private static JsonElement? Value(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;
}
