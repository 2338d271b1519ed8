namespace Procurement;

/// <summary>A source did not give what was asked. The kind tells what to do; the text never holds a token or an address with one.</summary>
public sealed class PortalException(PortalFault fault, string what, Exception? inner = null) : Exception(what, inner)
{
    public PortalFault Fault => fault;

    /// <summary>The source asked to wait so long before the next request.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What kind of trouble, by what helps against it.</summary>
public enum PortalFault
{
    /// <summary>401, 403, 404 "Invalid Route": the token is missing, wrong or expired. Stop, and tell the operator.</summary>
    Token,

    /// <summary>200 with errors[], 400: our question is wrong. Asking again does not help.</summary>
    Question,

    /// <summary>429, 5xx, no connection, time-out: wait and ask again.</summary>
    Busy,

    /// <summary>HTML instead of JSON, a body cut in the middle, a shape that is no page: wait and ask again.</summary>
    Garbled,

    /// <summary>The cursor did not fall, so paging would never end.</summary>
    Cursor,
}
