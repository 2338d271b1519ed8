using System.Globalization;
using System.Text.Json.Nodes;

namespace Fakes.Twilio;

/// <summary>GET Messages.json: newest first, filtered, paged by next_page_uri. The caller holds the world's gate.</summary>
internal sealed class MessageList(World world)
{
    private const int UsualPage = 50, LargestPage = 1000;

    public JsonObject Page(IQueryCollection query)
    {
        foreach (var (name, value) in query)
            if (Contract.Instance.Fault("GET Messages.json", name, value.ToString()) is { } wrong)
                throw Refusal.Bad(20001, wrong);
        var size = Math.Clamp(Number(query["PageSize"], UsualPage), 1, LargestPage);
        var number = Number(query["Page"], 0);
        var all = world.Messages.Values.Where(message => Fits(message, query)).OrderByDescending(message => message.Number).ToList();
        var shown = all.Skip(number * size).Take(size).ToList();
        var filters = string.Concat(query.Where(pair => pair.Key is not ("Page" or "PageSize" or "PageToken"))
            .Select(pair => $"&{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        string At(int other) => $"/2010-04-01/Accounts/{world.Account.Sid}/Messages.json?PageSize={size}{filters}&Page={other}";
        return new JsonObject
        {
            ["end"] = number * size + Math.Max(0, shown.Count - 1),
            ["first_page_uri"] = At(0),
            ["messages"] = new JsonArray([.. shown.Select(message =>
                (JsonNode)Server.Checked("Message", message.ToJson(world.Account.Sid)))]),
            ["next_page_uri"] = all.Count > (number + 1) * size ? At(number + 1) + $"&PageToken=PA{shown[^1].Sid}" : null,
            ["page"] = number,
            ["page_size"] = size,
            ["previous_page_uri"] = number > 0 ? At(number - 1) : null,
            ["start"] = number * size,
            ["uri"] = At(number),
        };
    }

    private static bool Fits(Message message, IQueryCollection query) =>
        (query["To"].ToString() is "" || query["To"] == message.To)
        && (query["From"].ToString() is "" || query["From"] == message.From)
        && (query["DateSent"].ToString() is not { Length: > 0 } day || message.SentAt?.UtcDateTime.Date == Time(day).UtcDateTime.Date)
        && (query["DateSent>"].ToString() is not { Length: > 0 } after || message.SentAt >= Time(after))
        && (query["DateSent<"].ToString() is not { Length: > 0 } before || message.SentAt <= Time(before));

    private static int Number(string? text, int usual) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : usual;

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
