using Bot.Storage;

namespace Bot.Tips;

/// <summary>What a person told us about a purchase, and how far we are with it.</summary>
public sealed class Tip
{
    public required Guid Id { get; init; }

    /// <summary>The number that coordinators call it by: 1, 2, 3 … It says nothing about the author.</summary>
    public required int Number { get; init; }

    /// <summary>The author; null once they asked us to forget them.</summary>
    public required Guid? PersonId { get; set; }
    public required string Language { get; init; }

    /// <summary>Keyed hash of the sixteen digits, to find the tip by; and the digits, sealed, to show them to the author again.</summary>
    public required string ReceiptHash { get; set; }
    public required Sealed Receipt { get; set; }
    public required Sealed Text { get; set; }
    public required long? LotId { get; set; }

    /// <summary>What the matcher thought possible when the author did not choose: ids, best first.</summary>
    public string PossibleLots { get; set; } = "";
    public TipState State { get; private set; } = TipState.Received;

    /// <summary>The last words about it to the author, sealed.</summary>
    public Sealed News { get; private set; } = Sealed.Nothing;

    /// <summary>A question of ours that waits for the author's answer.</summary>
    public Sealed Question { get; private set; } = Sealed.Nothing;
    public bool AwaitsAnswer { get; private set; }
    public required DateTimeOffset FiledAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => State is TipState.Received or TipState.Checking;

    public bool IsForgotten => State == TipState.Forgotten;

    /// <summary>How far it is, and what the author should read about it when they ask.</summary>
    public void Becomes(TipState state, Sealed news, DateTimeOffset now)
    {
        if (IsForgotten)
            return;
        (State, News, ChangedAt, Version) = (state, news, now, Version + 1);
    }

    /// <summary>A number that it names is answered after all. A tip that has a lot, or is closed, stays as it is.</summary>
    /// <param name="lot">What the number leads to; null when it leads to several, or to none.</param>
    /// <param name="possible">Of several the likeliest; none leaves what was thought possible before.</param>
    public bool Learns(long? lot, IReadOnlyList<long> possible, Sealed news, DateTimeOffset now)
    {
        if (!IsOpen || LotId is not null)
            return false;
        (LotId, PossibleLots) = (lot, possible.Count > 0 ? string.Join(',', possible) : PossibleLots);
        Becomes(State, news, now);
        return true;
    }

    public void Asks(Sealed question, DateTimeOffset now) =>
        (Question, AwaitsAnswer, ChangedAt, Version) = (question, true, now, Version + 1);

    public void HasAnswer(DateTimeOffset now) =>
        (Question, AwaitsAnswer, ChangedAt, Version) = (Sealed.Nothing, false, now, Version + 1);

    /// <summary>Nothing of the author is left: no words, no way back, no receipt.</summary>
    public void Forget(DateTimeOffset now)
    {
        (PersonId, Receipt, Text, News, Question) = (null, Sealed.Nothing, Sealed.Nothing, Sealed.Nothing, Sealed.Nothing);
        (ReceiptHash, State, AwaitsAnswer, ChangedAt, Version) = ($"forgotten:{Id:N}", TipState.Forgotten, false, now, Version + 1);
    }
}

/// <summary>What the author is shown: each is a promise of what comes next.</summary>
public enum TipState { Received, Checking, Result, NotConfirmed, Forgotten }
