using Bot.Conversation;

namespace Bot.Lots;

/// <summary>Knows how old the register's data is: whoever reads the portal.</summary>
public interface IDataAge
{
    Task<DataAge> Now(CancellationToken cancellationToken);
}

/// <summary>The moment whose state of the register people are shown.</summary>
/// <param name="AsOf">Everything older is here; null when nothing was ever read.</param>
/// <param name="IsLate">A portal is set, and has given nothing for longer than people are promised.</param>
public sealed record DataAge(DateTimeOffset? AsOf, bool IsLate)
{
    /// <summary>One line of an answer, a card or an alert; none when nobody knows.</summary>
    public IEnumerable<Phrase> Line => AsOf is { } moment
        ? [Phrase.Of(IsLate ? "lots.data_late" : "lots.data_of", ("moment", new Moment(moment)))]
        : [];
}
