namespace Risk;

/// <summary>One answer out of those to several questions of one indicator.</summary>
internal static class SubSigns
{
    /// <summary>
    /// What fired comes first, the surest of it. Then whatever is missing for a question that applies: clear is said only where every
    /// question that applies was answered.
    /// </summary>
    public static Finding Best(IReadOnlyList<Finding> answers) =>
        answers.Where(answer => answer.State == State.Fired).MinBy(answer => (answer.Tier, -answer.Strength))
            ?? (First(answers, State.NotEvaluable) is { } open ? open with { Missing = Lacking(answers) } : null)
            ?? First(answers, State.Clear)
            ?? answers[0] with { Exceptions = [.. answers.SelectMany(answer => answer.Exceptions).Distinct()] };

    private static IReadOnlyList<string> Lacking(IReadOnlyList<Finding> answers) =>
        [.. answers.Where(answer => answer.State == State.NotEvaluable).SelectMany(answer => answer.Missing).Distinct()];

    private static Finding? First(IReadOnlyList<Finding> answers, State state)
    {
        for (var place = 0; place < answers.Count; place++)
            if (answers[place].State == state)
                return answers[place];
        return null;
    }
}
