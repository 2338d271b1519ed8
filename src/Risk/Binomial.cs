namespace Risk;

/// <summary>How many of so many independent tries succeed.</summary>
internal static class Binomial
{
    /// <summary>Chance of at least so many successes, 0 to 1.</summary>
    /// <param name="chance">Of one try, more than 0 and less than 1.</param>
    public static double AtLeast(int successes, int tries, double chance)
    {
        var logarithm = tries * Math.Log(1 - chance);    // of exactly k successes; logarithms, since the numbers of ways outgrow any type
        var sum = successes <= 0 ? Math.Exp(logarithm) : 0;
        for (var k = 1; k <= tries; k++)
        {
            logarithm += Math.Log((tries - k + 1) / (double)k * chance / (1 - chance));
            sum += k >= successes ? Math.Exp(logarithm) : 0;
        }

        return Math.Min(1, sum);
    }
}
