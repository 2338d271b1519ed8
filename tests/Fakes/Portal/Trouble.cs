namespace Fakes.Portal;

/// <summary>One thing that goes wrong with one answer.</summary>
public sealed record Trouble(TroubleKind Kind)
{
    /// <summary>The status of <see cref="TroubleKind.Status"/>.</summary>
    public int Status { get; init; }

    /// <summary>Seconds in the header Retry-After; null without one.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How long a slow answer takes, by the portal's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Only requests whose path or query holds this text; null is any.</summary>
    public string? Where { get; init; }

    /// <summary>The answers of the portal to a bad, missing or expired token, all three seen.</summary>
    public static Trouble Unauthorized { get; } = new(TroubleKind.Status) { Status = 401 };
    public static Trouble Forbidden { get; } = new(TroubleKind.Status) { Status = 403 };
    public static Trouble InvalidRoute { get; } = new(TroubleKind.Status) { Status = 404 };

    public static Trouble Errors { get; } = new(TroubleKind.Errors);
    public static Trouble Html { get; } = new(TroubleKind.Html);
    public static Trouble Torn { get; } = new(TroubleKind.Torn);
    public static Trouble CursorStandsStill { get; } = new(TroubleKind.CursorStandsStill);
    public static Trouble OverlappingPage { get; } = new(TroubleKind.OverlappingPage);
    public static Trouble ShortPage { get; } = new(TroubleKind.ShortPage);
    public static Trouble NullFields { get; } = new(TroubleKind.NullFields);
    public static Trouble KazakhCopies { get; } = new(TroubleKind.KazakhCopies);
    public static Trouble NoPlaces { get; } = new(TroubleKind.NoPlaces);
    public static Trouble StaleStatuses { get; } = new(TroubleKind.StaleStatuses);

    public static Trouble TooMany(int? retryAfter = null) => new(TroubleKind.Status) { Status = 429, RetryAfter = retryAfter };
    public static Trouble Server(int status, int? retryAfter = null) =>
        new(TroubleKind.Status) { Status = status, RetryAfter = retryAfter };
    public static Trouble Slow(TimeSpan delay) => new(TroubleKind.Slow) { Delay = delay };

    /// <summary>The answer is right but is not told: no page comes of it.</summary>
    public bool IsInsteadOfAnswer => Kind is TroubleKind.Status or TroubleKind.Errors or TroubleKind.Html;
}

/// <summary>What can go wrong.</summary>
public enum TroubleKind
{
    /// <summary>200 with errors[].</summary>
    Errors,

    /// <summary>401, 403, 404, 429, 5xx.</summary>
    Status,

    /// <summary>A page for people instead of JSON.</summary>
    Html,

    /// <summary>The body is cut in the middle and the connection closed.</summary>
    Torn,

    /// <summary>The answer comes late.</summary>
    Slow,

    /// <summary>The same page again, whatever cursor was given.</summary>
    CursorStandsStill,

    /// <summary>The page begins with the last rows of the one before.</summary>
    OverlappingPage,

    /// <summary>Half a page, though there is more and hasNextPage says so.</summary>
    ShortPage,

    /// <summary>Fields are null that never were.</summary>
    NullFields,

    /// <summary>The Kazakh is the Russian.</summary>
    KazakhCopies,

    /// <summary>No places on lots and announcements.</summary>
    NoPlaces,

    /// <summary>Statuses of weeks ago.</summary>
    StaleStatuses,
}
