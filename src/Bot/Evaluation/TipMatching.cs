using System.Diagnostics;
using Matching;

namespace Bot.Evaluation;

/// <summary>Answers a file of tips from a file of lots, without any store: one JSON line a tip, and a summary.</summary>
internal sealed class TipMatching(Matcher matcher)
{
    /// <summary>A minute's words in each language: the compiler has done its work before the first tip is measured.</summary>
    private static readonly string[] Warming =
    [
        "В Алматы школа №12 купила парты по 45 тысяч, всего на 1,2 млн тенге в 2025 году",
        "Қарағандыдағы 25 мектептің асханасын жөндеуге 40 миллион теңге бөлінді",
        "Shymkentte aurukhana dariler aldy, 500 myn tenge",
        "The kindergarten in Aktobe paid 900 000 tenge for tois",
    ];

    private const int Rounds = 30;    // calls after which a method is compiled for good

    public TipMatching(LotIndex index) : this(new Matcher(index, new NumbersInTips(index).In))
    {
    }

    public void Warm()
    {
        for (var round = 0; round < Rounds; round++)
            foreach (var text in Warming)
                matcher.Find(text, null, TipAnswer.Most);
    }

    /// <summary>The answer and its milliseconds, all steps.</summary>
    public (Answer Answer, double Milliseconds) Ask(string text, IReadOnlyCollection<long>? except = null)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = matcher.Find(text, except, TipAnswer.Most);
        return (answer, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    /// <summary>Writes an answer a line, one tip at a time. Returns what each took.</summary>
    public IReadOnlyList<double> Answer(IReadOnlyList<LabelledTip> tips, TextWriter answers, CancellationToken cancellationToken)
    {
        List<double> milliseconds = [];
        foreach (var tip in tips)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (answer, took) = Ask(tip.Text);
            milliseconds.Add(took);
            answers.WriteLine(TipAnswer.Line(tip.Id, answer, took));
        }

        return milliseconds;
    }
}
