using System.Globalization;
using System.Text.RegularExpressions;
using Procurement.Portal;

namespace Procurement;

/// <summary>Paths of the portal's REST service: where a feed begins, how it goes on, and which paths are the service's own.</summary>
internal static partial class RestPath
{
    /// <summary>The service cuts every larger page to this.</summary>
    public const int PageSize = 500;

    private const string Day = "yyyy-MM-dd";

    public static string First(PortalQuery query) => query.Feed switch
    {
        Feed.Plans => $"/v3/plans/all?limit={PageSize}",
        Feed.Contracts => $"/v3/contract/all?limit={PageSize}",
        Feed.Journal when query.From is { } from => Journal(DayOf(from)),
        Feed.Journal => throw new ArgumentException("The journal is asked for from a day on.", nameof(query)),
        Feed.References when query.Table is { } table && TableName().IsMatch(table) => $"/v3/refs/{SnakeCase.Of(table)}?limit={PageSize}",
        Feed.References => throw new ArgumentException("A table is asked for by its name, for example RefTradeMethods.", nameof(query)),
        _ => throw new NotSupportedException($"The portal's REST service has no feed {query.Feed}."),
    };

    /// <summary>Where the journal goes on when a day of it has ended; null after the last day, and for every other feed.</summary>
    public static string? NextDay(string path, PortalQuery query, TimeProvider clock)
    {
        if (query.Feed is not Feed.Journal || DateFrom().Match(path) is not { Success: true } asked)
            return null;
        var next = DateOnly.ParseExact(asked.Groups[1].Value, Day, CultureInfo.InvariantCulture).AddDays(1);
        return next <= DayOf(query.To ?? clock.GetUtcNow()) ? Journal(next) : null;
    }

    /// <summary>A path that begins with /v2/ or /v3/ and cannot lead to another host or another part of this one.</summary>
    public static bool IsOurs(string path) => Own().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal)
        && !path.Contains("//", StringComparison.Ordinal);

    private static string Journal(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"/v3/journal?date_from={day:yyyy-MM-dd}&date_to={day:yyyy-MM-dd}&limit={PageSize}");

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(PortalTime.InAstana(moment).Date);

    [GeneratedRegex("^Ref[A-Za-z]{2,40}$")]
    private static partial Regex TableName();

    [GeneratedRegex(@"[?&]date_from=(\d{4}-\d{2}-\d{2})(?=&|$)")]
    private static partial Regex DateFrom();

    [GeneratedRegex(@"^/v[23]/[A-Za-z0-9/_\-.~%?&=+,:|]{1,500}$")]
    private static partial Regex Own();
}
