namespace Fakes.Invented;

/// <summary>Turns names of the classifier into the forms that stand inside names of institutions.</summary>
internal static class Endings
{
    private static readonly (string End, string Instead)[] Russian =
    [
        ("ский район", "ского района"), ("ая область", "ой области"), ("ий с.о.", "ого сельского округа"),
        ("ий с.о", "ого сельского округа"),
        (" с.о.", " сельского округа"), (" с.о", " сельского округа"), (" Г.А.", ""),
    ];

    private static readonly (string Start, string Instead)[] RussianStarts =
    [
        ("г.", "города "), ("с.", "села "), ("п.", "поселка "), ("район ", "района "), ("область ", "области "),
    ];

    private static readonly (string End, string Instead)[] Kazakh =
    [
        (" а.о.", " ауылдық округі"), (" а.о", " ауылдық округі"), (" Қ.Ә.", " қаласы"), (" қ.", " қаласы"), (" а.", " ауылы"),
        (" к.", " кенті"),
    ];

    public static string OfRu(string name)
    {
        foreach (var (start, instead) in RussianStarts)
            if (name.StartsWith(start, StringComparison.Ordinal))
                return instead + name[start.Length..].Trim();
        foreach (var (end, instead) in Russian)
            if (name.EndsWith(end, StringComparison.Ordinal))
                return (end == " Г.А." ? "города " : "") + name[..^end.Length] + instead;
        return name;
    }

    public static string WholeKz(string name)
    {
        foreach (var (end, instead) in Kazakh)
            if (name.EndsWith(end, StringComparison.Ordinal))
                return name[..^end.Length] + instead;
        return name;
    }
}
