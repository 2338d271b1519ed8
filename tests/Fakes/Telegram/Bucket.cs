namespace Fakes.Telegram;

/// <summary>So many at once, and so many a second again.</summary>
internal sealed class Bucket(int size, double perSecond)
{
    private double left = size;
    private DateTimeOffset filled = DateTimeOffset.MinValue;

    /// <returns>How long to wait before so many may go; zero when they may go now.</returns>
    public TimeSpan WaitFor(int count, DateTimeOffset now)
    {
        if (now > filled)
        {
            left = filled == DateTimeOffset.MinValue ? size : Math.Min(size, left + (now - filled).TotalSeconds * perSecond);
            filled = now;
        }

        var missing = Math.Min(count, size) - left;    // an album larger than the bucket goes when the bucket is full
        return missing <= 1e-6 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / perSecond);
    }

    public void Take(int count) => left -= count;
}
