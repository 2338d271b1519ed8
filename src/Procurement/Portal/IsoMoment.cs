using System.Globalization;

namespace Procurement.Portal;

/// <summary>
/// Moments as sources outside the portal write them: ISO 8601 with a zone, where none means UTC, or seconds since 1970 as the unified
/// platform's announcements have them.
/// </summary>
internal static class IsoMoment
{
    private const long EndOfTime = 253_402_300_800;    // 1 January 10000

    public static DateTimeOffset? Of(JsonFields json, string name)
    {
        if (json.Text(name) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < EndOfTime)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : json.Refuse<DateTimeOffset?>(name, "is not a date of ISO 8601");
    }
}
