namespace Risk;

/// <summary>One answer out of those to several questions of one indicator.</summary>
internal static class SubSigns
{
    /// <summary>
    /// What fired comes first, the surest of it. Then whatever is missing for a question that applies: clear is said only where every
    /// question that applies was answered.
    /// </summary>
    public static Finding Best(IReadOnlyList<Finding> answers)
    {
        var open = answers.Where(answer => answer.State == State.NotEvaluable).ToList();

        return answers.Where(answer => answer.State == State.Fired)
                .OrderBy(answer => answer.Tier).ThenByDescending(answer => answer.Strength).FirstOrDefault()
            ?? (open.Count > 0 ? open[0] with { Missing = [.. open.SelectMany(answer => answer.Missing).Distinct()] } : null)
            ?? answers.FirstOrDefault(answer => answer.State == State.Clear)
            ?? answers[0] with { Exceptions = [.. answers.SelectMany(answer => answer.Exceptions).Distinct()] };
    }
}
