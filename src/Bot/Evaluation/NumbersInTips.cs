using System.Globalization;
using Bot.Lots;
using Matching;
using Procurement;

namespace Bot.Evaluation;

/// <summary>
/// Reads the identifiers of a text for the matcher as <see cref="NamedLots"/> does, where there is no store: what a bare number is,
/// the index itself knows.
/// </summary>
internal sealed class NumbersInTips(LotIndex index)
{
    public Named In(string text) => Naming.Of(Identifiers.FindIn(text), Meaning);

    /// <summary>What the index knows a bare number as, the likeliest first; null when it does not.</summary>
    private NumberMeaning? Meaning(FoundNumber bare)
    {
        foreach (var meaning in bare.Meanings)
            if (meaning switch
            {
                NumberMeaning.PlanRoot => Knows(Named.Nothing with { PlanNumbers = [Digits(bare.Number)] }),
                NumberMeaning.LotId => Knows(Named.Nothing with { LotIds = [bare.Number] }),
                NumberMeaning.AnnouncementId => Knows(Named.Nothing with { AnnouncementIds = [bare.Number] }),
                _ => false,
            })
                return meaning;
        return null;
    }

    /// <summary>A matcher that is given nothing but a number says whether it is unknown.</summary>
    private bool Knows(Named named) => new Matcher(index, _ => named).Find("", null, 1).Unknown.Count == 0;

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
