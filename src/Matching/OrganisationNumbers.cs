using Language;

namespace Matching;

/// <summary>Finds the numbers that a text gives to schools, kindergartens and clinics.</summary>
internal static class OrganisationNumbers
{
    /// <summary>How many words may stand between the number and the kind of organisation.</summary>
    private const int Reach = 2;

    public static IReadOnlyList<OrganisationNumber> In(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> mentions, Lexicon lexicon)
    {
        var numbers = new List<OrganisationNumber>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (value, length) = NumberAt(tokens, i);
            if (length == 0)
                continue;
            var last = i + length - 1;
            var near = Enumerable.Range(Math.Max(0, i - Reach), Math.Min(tokens.Count, last + Reach + 1) - Math.Max(0, i - Reach))
                .Any(j => Stem.Candidates(tokens[j].Folded).Any(lexicon.Numbered.Contains));
            if (near && !IsCount(tokens, last) && !IsWithinSum(mentions, tokens[i].Start))
                numbers.Add(new OrganisationNumber(value, string.Join(' ', tokens.Skip(i).Take(length).Select(t => t.Written))));
            i = last;
        }

        return [.. numbers.DistinctBy(number => number.Value).Take(4)];
    }

    private static (int Value, int Length) NumberAt(IReadOnlyList<Token> tokens, int at)
    {
        var folded = tokens[at].Folded;
        var digits = folded.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and <= 3 && folded.Length - digits <= 2)
            return (int.Parse(folded.AsSpan(0, digits), null), folded == "1с" ? 0 : 1);
        if (OrdinalWords.ValueOf(folded) is not { } value)
            return (0, 0);
        var next = at + 1 < tokens.Count && value >= 20 && value % 10 == 0 ? OrdinalWords.ValueOf(tokens[at + 1].Folded) : null;
        return next is > 0 && next < (value % 100 == 0 ? 100 : 10) ? (value + next.Value, 2) : (value, 1);
    }

    private static bool IsWithinSum(IReadOnlyList<Mention> mentions, int at) => mentions.Any(mention =>
        mention.Kind is MentionKind.Money or MentionKind.UnitPrice && at >= mention.Start && at < mention.Start + mention.Written.Length);

    /// <summary>A number before a counted thing or a thousand is a quantity: "12 парт", "20 шт", "15 тысяч", "8 лет".</summary>
    private static bool IsCount(IReadOnlyList<Token> tokens, int last) => last + 1 < tokens.Count
        && Quantities.Of($"{tokens[last].Written} {tokens[last + 1].Written}") is [{ Kind: not MentionKind.Number }, ..];
}
