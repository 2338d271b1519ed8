using System.Text.Json;

namespace Fakes.Portal;

/// <summary>One page of ids, newest first, and what the portal says about it.</summary>
internal sealed record Page(IReadOnlyList<long> Ids, bool HasNext, long? LastId, int Total, int Limit)
{
    private const int Overlap = 2;

    /// <summary>The rows below the cursor; some troubles are of this place.</summary>
    public static Page Cut(List<long> ids, long? after, int limit, Trouble? trouble)
    {
        var start = after is { } cursor ? ids.FindIndex(id => id < cursor) : 0;
        if (start < 0)
            start = ids.Count;
        if (trouble is { Kind: TroubleKind.OverlappingPage } && start > 0)
            start = Math.Max(0, start - Overlap);
        if (trouble is { Kind: TroubleKind.CursorStandsStill } && after is not null)
            start = Math.Max(0, start - limit);
        var count = trouble is { Kind: TroubleKind.ShortPage } && limit > 1 ? limit / 2 : limit;
        var page = ids.GetRange(start, Math.Min(count, ids.Count - start));
        return new Page(page, start + page.Count < ids.Count, page.Count > 0 ? page[^1] : null, ids.Count, limit);
    }

    public void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("extensions");
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", HasNext);
        if (LastId is { } last)
            json.WriteNumber("lastId", last);
        else
            json.WriteNull("lastId");
        json.WriteNumber("totalCount", Total);
        json.WriteNumber("limitPage", Limit);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
