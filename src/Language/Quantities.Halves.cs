namespace Language;

public static partial class Quantities
{
    /// <summary>
    /// How many pieces "с лишним" or "с чем-то" takes between a number and its thousand or million; 0 when it is not there.
    /// </summary>
    private static int Surplus(List<Piece> pieces, int at)
    {
        var length = pieces[at].Folded == "с" ? 2 : 0;
        if (length == 0 || at + 1 >= pieces.Count || pieces[at + 1].Folded is not ("лишним" or "лихвои" or "чем"))
            return 0;
        length += at + 2 < pieces.Count && pieces[at + 2].Folded == "то" ? 1 : 0;
        return at + length < pieces.Count && IsMultiplier(pieces[at + length]) ? length : 0;
    }

    /// <summary>Where the "million" of "жарты миллион" or "half a million", "couple of million" stands.</summary>
    private static int? MultiplierAfter(List<Piece> pieces, int at)
    {
        var next = at + 1 < pieces.Count && pieces[at + 1].Written is "a" or "of" ? at + 2 : at + 1;
        return next < pieces.Count && IsMultiplier(pieces[next]) ? next : null;
    }

    /// <summary>How many pieces a half after a number takes: "екі жарым", "два с половиной", "two and a half"; 0 when it is not there.</summary>
    private static int HalfAfter(List<Piece> pieces, int at)
    {
        if (pieces[at].Folded is "жарим" or "жаримнан")
            return 1;
        if (pieces[at].Folded == "с" && Folded(pieces, at + 1) == "половинои")
            return 2;
        return Written(pieces, at) == "and" && Written(pieces, at + 1) == "a" && Written(pieces, at + 2) == "half" ? 3 : 0;
    }

    /// <summary>The "and" of "three hundred and fifty".</summary>
    private static bool IsAnd(List<Piece> pieces, int at) =>
        Written(pieces, at) == "and" && at + 1 < pieces.Count && pieces[at + 1].Number is null && UnitOf(pieces[at + 1]) is < 100;

    private static string Written(List<Piece> pieces, int at) => at < pieces.Count ? pieces[at].Written.ToLowerInvariant() : "";

    private static string Folded(List<Piece> pieces, int at) => at < pieces.Count ? pieces[at].Folded : "";
}
