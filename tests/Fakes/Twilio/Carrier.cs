namespace Fakes.Twilio;

/// <summary>Carries accepted messages to people, as fast as the sender may, and tells the status callback what became of each.</summary>
internal sealed class Carrier(World world, StatusCallbacks callbacks, MediaFetch media)
{
    private readonly Dictionary<WhatsAppPerson, Pace> pairs = [];
    private readonly DailyLimit openings = new();
    private Pace? sender;

    public async Task Run(CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            var change = world.NextChange();
            var pause = await CarryAll(stopped);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stopped);
            await Task.WhenAny(change, Task.Delay(pause, world.Clock, wait.Token));
            await wait.CancelAsync();
        }
    }

    /// <returns>How long nothing will fall due.</returns>
    private async Task<TimeSpan> CarryAll(CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            Message message;
            lock (world.Gate)
            {
                if (!world.Waiting.TryPeek(out message!))
                    return TimeSpan.FromHours(1);
                sender ??= new Pace(world.Limits.SenderPerSecond, TimeSpan.FromSeconds(1) / world.Limits.SenderPerSecond);
                var isTooOld = world.Now - message.CreatedAt > world.Limits.LongestQueue;
                if (!isTooOld && sender.TryTake(world.Now) is var pause && pause > TimeSpan.Zero)
                    return pause;
                world.Waiting.Dequeue();
                if (isTooOld)
                {
                    callbacks.Tell(message, "failed", 63018);
                    continue;
                }
            }

            var hasMedia = message.MediaUrls.Count == 0 || await media.IsThere(message.MediaUrls[0], stopped);
            lock (world.Gate)
                Carry(message, hasMedia);
            world.Changed();
        }

        return TimeSpan.Zero;
    }

    private void Carry(Message message, bool hasMedia)
    {
        var person = world.PersonAt(message.To);
        if (WhyNot(message, person, hasMedia) is { } error)
        {
            callbacks.Tell(message, error is 63018 or 63038 ? "failed" : "undelivered", error);
            return;
        }

        callbacks.Tell(message, "sent");
        person!.Take(message, callbacks);
    }

    /// <summary>The error that keeps the message from the person, or null.</summary>
    private int? WhyNot(Message message, WhatsAppPerson? person, bool hasMedia)
    {
        if (person is null)
            return 63003;
        if (!person.IsOnWhatsApp)
            return 63024;
        if (person.BlockedAs is { } blocked)
            return blocked;
        if (person.NextErrors.TryDequeue(out var error))
            return error;
        if (!pairs.TryGetValue(person, out var pair))
            pairs[person] = pair = new Pace(world.Limits.PairBurst, world.Limits.PairEvery);
        if (pair.TryTake(world.Now) > TimeSpan.Zero)
            return 63018;
        if (!hasMedia)
            return 63019;
        if (message.Rendered is { } shown && (FaultOfTemplate(shown) ?? FaultOfShape(shown, message.IsTemplate)) is { } wrong)
            return wrong;
        return world.Now - person.LastInbound <= world.Limits.Window ? null : WhyNotFirst(message, person);
    }

    private static int? FaultOfTemplate(Rendered shown) =>
        shown.Content.ApprovalStatus switch { "paused" => 63041, "disabled" => 63042, _ => null };

    private static int? FaultOfShape(Rendered shown, bool asTemplate) =>
        shown.Unfilled.Count > 0 ? 63028 : ContentRules.FaultOf(shown, asTemplate) is not null ? 63021 : null;

    /// <summary>Outside the window only an approved template opens a conversation, with so many people a day.</summary>
    private int? WhyNotFirst(Message message, WhatsAppPerson person)
    {
        if (message.Rendered?.Content is not { } content || ContentRules.IsForSessionsOnly(content.Kind))
            return 63016;
        switch (content.ApprovalStatus)
        {
            case "unsubmitted":
                return 63016;
            case "received" or "pending":
                return 63027;
            case "rejected":
                return 63040;
        }

        return openings.TryOpen(person, world.Limits.PeoplePerDay, world.Now) ? null : 63038;
    }
}
