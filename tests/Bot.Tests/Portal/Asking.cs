using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fakes.Portal;

namespace Bot.Tests.Portal;

/// <summary>Somebody who asks the fake portal with plain HTTP.</summary>
internal sealed class Asking : IDisposable
{
    private readonly HttpClient http;

    public Asking(FakePortal portal, string? token = null)
    {
        http = new HttpClient { BaseAddress = new Uri(portal.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? portal.Token);
    }

    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        using var answer = await Post(query, variables);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> Post(string query, object? variables = null) =>
        http.PostAsJsonAsync("/v3/graphql", new { query, variables });

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    public async Task<JsonElement> Read(string path) => await http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>The message of the first fault; null when there is none.</summary>
    public async Task<string?> FaultOf(string query, JsonNode? variables = null)
    {
        var answer = await Ask(query, variables);
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("message").GetString() : null;
    }

    public void Dispose() => http.Dispose();
}
