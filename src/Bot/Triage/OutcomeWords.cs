using Bot.Conversation;

namespace Bot.Triage;

/// <summary>What a case led to, in one sentence: what, how much, who decided, when.</summary>
public static class OutcomeWords
{
    public static Phrase Of(OutcomeKind kind, decimal? amount, string? authority, DateOnly? day)
    {
        List<Phrase> parts = [new Phrase(Key(kind))];
        if (amount is { } tenge)
            parts.Add(Phrase.Of("triage.amount", ("amount", tenge)));
        if (authority is { Length: > 0 })
            parts.Add(Phrase.Plain(authority));
        if (day is { } date)
            parts.Add(Phrase.Of("triage.day", ("day", date)));
        return Phrase.Of("triage.outcome", ("parts", parts));
    }

    public static string Key(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Fine => "triage.fine",
        OutcomeKind.CriminalCase => "triage.criminal_case",
        OutcomeKind.Protocol => "triage.protocol",
        OutcomeKind.ContractEnded => "triage.contract_ended",
        _ => "triage.money_returned",
    };
}
