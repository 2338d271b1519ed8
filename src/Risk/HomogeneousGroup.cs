using System.Globalization;
using Risk.Populations;

namespace Risk;

/// <summary>
/// Things counted together as "homogeneous" (art. 3(6): similar characteristics, the same functions). The beginning of the code is
/// only a proxy for that legal notion, so every text that rests on it says so.
/// </summary>
/// <param name="Prefix">Beginning of the code of goods, works and services, without dots.</param>
/// <param name="SubjectType">1 goods, 2 works, 3 services.</param>
public sealed record HomogeneousGroup(string Prefix, int SubjectType)
{
    /// <summary>The group of a code: its first six digits, or the whole code where goods of one class do not replace each other.</summary>
    public static HomogeneousGroup Of(string enstru, int subjectType, SplittingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var code = Digits(enstru);
        var whole = rule.FullCodeGroups.Any(group => code.StartsWith(group, StringComparison.Ordinal));

        return new HomogeneousGroup(whole || code.Length < rule.GroupDigits ? code : code[..rule.GroupDigits], subjectType);
    }

    /// <summary>Whether a thing belongs to it, 0 being "not known"; null when what is not known would tell.</summary>
    internal bool? Holds(long enstru, int subjectType) =>
        enstru != 0 && EnstruCode.Beginning(enstru, Prefix.Length) != Beginning ? false
        : subjectType != 0 && subjectType != SubjectType ? false
        : enstru == 0 || subjectType == 0 ? null : true;

    private long Beginning { get; } = long.TryParse(Prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    internal static string Digits(string enstru) => enstru.Replace(".", "", StringComparison.Ordinal);
}
