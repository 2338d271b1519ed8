namespace Language;

/// <summary>
/// Reads which of a numbered list a person chose, however they say it: "1", "№2", "2-ші", "вторая", "бірінші", "third one".
/// </summary>
public static class Ordinals
{
    /// <summary>More words than this are a message, not a choice.</summary>
    private const int MostWords = 4;

    private static readonly Dictionary<string, int> Words = Table(
        (1, "бір бірінші бір один одна одно одну первый первая первое первую первого первой первые one first"),
        (2, "екі екінші два две второй вторая второе вторую второго two second"),
        (3, "үш үшінші три третий третья третье третью третьего third three"),
        (4, "төрт төртінші четыре четвертый четвертая четвертое четвертую четвертого four fourth"),
        (5, "бес бесінші пять пятый пятая пятое пятую пятого five fifth"),
        (6, "алты алтыншы шесть шестой шестая шестое шестую шестого six sixth"),
        (7, "жеті жетінші семь седьмой седьмая седьмое седьмую седьмого seven seventh"),
        (8, "сегіз сегізінші восемь восьмой восьмая восьмое восьмую восьмого eight eighth"),
        (9, "тоғыз тоғызыншы девять девятый девятая девятое девятую девятого nine ninth"));

    /// <summary>
    /// What people put around a choice. Any other word makes the text a message: "шатыр екі рет жөнделді" and "машина там одна" tell, they do not choose.
    /// </summary>
    private static readonly HashSet<string> Around =
    [
        .. ("лот лоты вариант номер закупка покупка кнопка это эта этот эту тот та ту под да мой моя мне наверное кажется думаю скорее всего видимо "
            + "давайте возьмём выбираю пусть будет пожалуйста нөмір нөмірі нұсқа түйме осы осысы сол сонысы мынау мынасы иә ия менікі деп ойлаймын шығар сияқты "
            + "болсын the a it is this that one number lot option choice yes i think take please my").Split(' ').Select(SearchText.FoldWord),
    ];

    private static readonly HashSet<string> Endings =
        [.. "ші шы я й е ая ый ой ое ую го ший шысы шісі шісін st nd rd th лот вариант".Split(' ').Select(SearchText.FoldWord)];

    /// <summary>The number 1–9 that a short text names, or null when it names none, several, or more than nine.</summary>
    public static int? Read(string text)
    {
        var tokens = Tokens.Of(text, MostWords + 1);
        if (tokens.Count is 0 or > MostWords)
            return null;
        var numbers = tokens.Where(token => tokens.Count == 1 || !(Around.Contains(token.Folded) || Endings.Contains(token.Folded))).Select(NumberOf).Distinct().ToList();
        return numbers is [>= 1 and <= 9] ? numbers[0] : null;
    }

    private static int? NumberOf(Token token)
    {
        var digits = token.Folded.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0)
            return digits == 1 && (digits == token.Folded.Length || Endings.Contains(token.Folded[digits..])) ? token.Folded[0] - '0' : 0;
        if (Words.TryGetValue(token.Folded, out var number))
            return number;
        var nominative = WithoutKazakhEnding(token.Folded);
        return nominative is not null && Words.TryGetValue(nominative, out number) ? number : null;
    }

    /// <summary>біріншісі, біріншісін, біріншіні, бірінші-дегі: the ordinal without what hangs on it.</summary>
    private static string? WithoutKazakhEnding(string folded)
    {
        var end = folded.IndexOf("нши", StringComparison.Ordinal);
        return end > 0 ? folded[..(end + 3)] : null;
    }

    private static Dictionary<string, int> Table(params (int Value, string Spellings)[] rows) => rows
        .SelectMany(row => row.Spellings.Split(' ').Select(word => (Word: SearchText.FoldWord(word), row.Value)))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Value);
}
