using Matching.Memory;

namespace Matching;

/// <summary>Puts the reasons for a lot in the words of the person's text, in the order in which they wrote them.</summary>
internal static class Reasoning
{
    /// <summary>A word that stands in every third name is no reason.</summary>
    private const double Worth = 1.2;
    private const int MostWords = 6;

    public static IReadOnlyList<Evidence> Of(Scored scored, Ranking ranking, Query query, Shelves shelves)
    {
        var row = shelves.Rows[scored.Row];
        var evidence = new List<Evidence>();
        if (scored.Reasons.IsPiece)
            evidence.Add(new Evidence(EvidenceKind.LotNumber,
                query.Pieces.First(piece => PlanNumber.IsPiece(piece, PlanNumber.Digits(row.Plan)))));
        evidence.AddRange(WordsOf(ranking.InUnit(row.Unit), ranking.InItem(row.Item), query));
        evidence.AddRange(NumberOf(scored.Reasons, query, shelves.NumbersOf(row.Unit).ToArray()));
        evidence.AddRange(scored.Reasons.Sums.Select(agreement => new Evidence(agreement.Kind, agreement.Mention.Written)).Distinct());
        if (scored.Reasons.SumContradicts)
        {
            evidence.Add(new Evidence(EvidenceKind.Amount,
                query.Mentions.First(m => m.Kind is Language.MentionKind.Money or Language.MentionKind.UnitPrice).Written, Agrees: false));
        }

        return evidence;
    }

    private static IEnumerable<Evidence> WordsOf(double[] unit, double[] item, Query query)
    {
        var words = query.Terms.Select((term, i) => (Term: term, Unit: unit[i], Item: item[i]))
            .Where(w => Math.Max(w.Unit, w.Item) >= Worth).ToList();
        return words.Where(w => w.Unit >= w.Item).Take(MostWords)
            .Select(w => new Evidence(w.Term.IsPlace ? EvidenceKind.Place : EvidenceKind.Organisation, w.Term.Written))
            .Concat(words.Where(w => w.Item > w.Unit).Take(MostWords).Select(w => new Evidence(EvidenceKind.Word, w.Term.Written)));
    }

    private static IEnumerable<Evidence> NumberOf(Reasons reasons, Query query, int[] numbers)
    {
        if (reasons.Number == 1)
        {
            var agreed = query.Numbers.First(number => numbers.Contains(number.Value));
            return [new Evidence(EvidenceKind.OrganisationNumber, agreed.Written)];
        }

        return reasons.Number == 0 ? [] : [new Evidence(EvidenceKind.OrganisationNumber, query.Numbers[0].Written, Agrees: false)];
    }
}
