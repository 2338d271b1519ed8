namespace Fakes.Twilio;

/// <summary>Counts the different people to whom the bot wrote first in the last 24 hours.</summary>
internal sealed class DailyLimit
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Queue<(DateTimeOffset At, WhatsAppPerson Person)> openings = [];
    private readonly Dictionary<WhatsAppPerson, int> people = [];

    /// <summary>False: the person would be one too many.</summary>
    public bool TryOpen(WhatsAppPerson person, int peoplePerDay, DateTimeOffset now)
    {
        while (openings.TryPeek(out var oldest) && now - oldest.At >= Day)
        {
            openings.Dequeue();
            if (--people[oldest.Person] == 0)
                people.Remove(oldest.Person);
        }

        if (!people.ContainsKey(person) && people.Count >= peoplePerDay)
            return false;
        openings.Enqueue((now, person));
        people[person] = people.GetValueOrDefault(person) + 1;
        return true;
    }
}
