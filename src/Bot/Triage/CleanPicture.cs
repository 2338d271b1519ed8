using Bot.Conversation;

namespace Bot.Triage;

/// <summary>
/// A picture that an author sent, put together anew from what its image is made of. Where, when, by whom and with what it was taken,
/// thumbnails, colour profiles, comments and whatever lies behind the image stay out, as they are not among the parts that are taken over.
/// </summary>
public static class CleanPicture
{
    /// <returns>Null when the bytes are no JPEG or PNG, or one of a kind that is not understood to the last part.</returns>
    public static Photograph? Of(byte[] file) => CleanJpeg.Of(file) ?? CleanPng.Of(file);
}
