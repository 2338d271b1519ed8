using Matching;
using Xunit;

namespace Library.Tests.Matching;

/// <summary>Compares what two indexes answer.</summary>
internal static class Answers
{
    public static void AreTheSame(LotIndex expected, LotIndex actual, Parts parts = Parts.All)
    {
        var (one, other) = (new Matcher(expected, _ => Named.Nothing, parts), new Matcher(actual, _ => Named.Nothing, parts));
        Assert.Equal(expected.Count, actual.Count);
        foreach (var text in SampleTexts.All)
            Assert.Equal(Told(one.Find(text, most: 10)), Told(other.Find(text, most: 10)));
    }

    /// <summary>All of an answer, one candidate a line.</summary>
    public static IReadOnlyList<string> Told(Answer answer) =>
        [.. answer.Candidates.Select(c => $"{c.LotId} {c.Confidence} {string.Join("; ", c.Evidence)}"), answer.IsExact.ToString(), .. answer.Unknown];
}
