using System.Globalization;

namespace Procurement.Portal;

/// <summary>
/// Moments as sources outside the portal write them: ISO 8601 with a zone, where none means UTC, or seconds since 1970 as the unified
/// platform's announcements have them. They come out on Astana's clock like the portal's, so that the same moment is written the same.
/// </summary>
internal static class IsoMoment
{
    private const int FirstYear = 1900, LastYear = 2999;

    public static DateTimeOffset? Of(JsonFields json, string name)
    {
        if (json.Text(name) is not { } text)
            return null;
        return Parse(text) is { Year: >= FirstYear and <= LastYear } moment
            ? PortalTime.InAstana(moment)
            : json.Refuse<DateTimeOffset?>(name, "is not a date of ISO 8601");
    }

    private static DateTimeOffset? Parse(string text)
    {
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }
}
