namespace Fakes.Twilio;

/// <summary>What Twilio's error numbers mean, in our own few words.</summary>
internal static class ErrorCodes
{
    private static readonly Dictionary<int, string> Words = new()
    {
        [63003] = "Channel could not find To address",
        [63013] = "Channel policy violation",
        [63014] = "Blocked by user action",
        [63016] = "Free text outside the allowed window",
        [63018] = "Rate limit exceeded for channel",
        [63019] = "Media failed to download",
        [63021] = "Channel invalid content",
        [63024] = "Invalid message recipient",
        [63027] = "Template does not exist in this language or is not approved",
        [63028] = "Number of parameters does not match the template",
        [63032] = "User limited by the channel",
        [63033] = "Recipient is blocked",
        [63038] = "Daily messages limit exceeded",
        [63040] = "Template rejected",
        [63041] = "Template paused",
        [63042] = "Template disabled",
        [63049] = "Marketing message limit for this person",
    };

    public static string Say(int code) => Words.GetValueOrDefault(code, "Message not delivered");
}
