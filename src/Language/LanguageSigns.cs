using System.Buffers;

namespace Language;

/// <summary>What one word says about the language it belongs to: its letters, then frequent words, then endings.</summary>
internal static class LanguageSigns
{
    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһі");
    private static readonly SearchValues<char> RussianLetters = SearchValues.Create("ьъщёц");
    private static readonly SearchValues<char> KazakhLatinLetters = SearchValues.Create("əäöüğñşūı");

    private static readonly HashSet<string> KazakhWords = Set(
        "мен сен біз сіз ол бұл осы сол олар және бірақ немесе үшін туралы бойынша кейін бұрын енді әлі қазір бүгін кеше ертең " +
        "былтыр биыл " +
        "бар жоқ емес ғой екен шығар керек болды болып болады бола болса болған алды алып алған алады алыпты алатын жатыр отыр " +
        "тұр жүр деп деген дейді депті " +
        "неге қалай қайда қашан кім не қандай қанша неше ма ме ба бе па пе ше ғана тек да де та те бір екі үш төрт он жүз мың елу " +
        "алпыс отыз қырық " +
        "мектеп мектебі мектебінде мектепте мектептің балабақша бақша бақшасы балабақшасы аурухана емхана әкім әкімдік ауыл ауылы " +
        "ауылда ауылында аудан ауданы аудандық қала қаласы " +
        "облыс облысы көше көшесі жол жолды ақша теңге теңгеден баға бағасы қымбат арзан тамақ асхана шатыр жөндеу жөндеді сатып " +
        "балалар балам балаларға мұғалім ата аналар " +
        "сәлем сәлеметсіз бе рахмет көмек көмектесіңіз тексеріңіз тексеріңізші айтыңыз өтінемін өте көп аз жаңа ескі үлкен кіші " +
        "жақсы жаман жыл жылы ай айда күн күні " +
        "ешкім ешқандай барлық бәрі өзі өзім өзіміз біздің сіздің оның менің оған соған сонда мұнда дана су жарық көмір жұмыс " +
        "жұмысы адам халық ел елу жоба " +
        "керегі емеспе бопты боп ғой гой алып берді берген беріп бермейді жатқан тұрған салып салды салған ештеңе бәріміз неше " +
        "мына ана мынау қарай дейін " +
        "саламатсызба ассалаумагалейкум агайын иә жок рахмет тоқта жалғастыру бас тарту тілі қазақша қазақ");

    private static readonly HashSet<string> RussianWords = Set(
        "я ты он она мы вы они в на с со к у о об из от до по за для при без под над про через после и а но или что чтобы как так " +
        "это этот эта эти тот там тут здесь " +
        "не ни же бы ли уже еще только очень все всё всех всего был была было были есть будет нет да где когда почему зачем кто " +
        "кому чего какой какая сколько " +
        "наш наша наше наши нашей нашего мой моя мне меня нас нам вас вам их его ее ему свой который которые купили купила купил " +
        "закупили закупил закупают покупают взяли берут " +
        "школа школе школы школу садик садике детсад больница больнице поликлиника город городе район районе село селе улица " +
        "улице дорога дорогу ремонт ремонта крыша крышу денег деньги " +
        "тысяч тысячи миллионов миллиона рублей тенге цена ценам стоит стоят дорого штук штуку здравствуйте привет спасибо " +
        "пожалуйста помогите проверьте прошу хочу сообщить " +
        "можно надо нужно если потому тоже даже вообще лет год года году новый новая старый старая дети детям ребенок родители " +
        "никто ничего ничем сделали делают ничто нету " +
        "отмена стоп язык русский русском вопрос почему хорошо плохо сейчас вчера сегодня завтра между закупка тендер лот объявление");

    private static readonly HashSet<string> EnglishWords = RawSet(
        "the a an is are was were be been to of in on at for from with and or but not no yes it its this that these those they we " +
        "you he she i my our your their his her " +
        "bought buys buy paid pay pays purchase purchased price school hospital clinic district city village akim office new old " +
        "road roof repair money million thousand " +
        "each for per what when where why who how please hello hi thanks thank help check can do does did have has had will would " +
        "there here someone same about more than " +
        "overpriced expensive cost costs twice kids children teacher year last contractor supplier lot tender one two three four " +
        "five ten language english stop cancel status");

    private static readonly string[] KazakhEndings =
    [
        "ларда", "лерде", "дарда", "дерде", "тарда", "терде", "лардин", "лердин", "лар", "лер", "нин", "дин", "тин", "индаги",
            "индеги", "даги", "деги", "таги", "теги",
        "инда", "инде", "синда", "синде", "ипти", "епти", "апти", "ирма", "галии", "мипти", "мизге", "имиз", "иниз", "ганда",
            "генде", "лик", "дик", "шилик", "миз", "сиз", "атин", "етин", "аиди", "еиди", "ади", "еди",
        "инин", "лари", "лери", "дари", "дери", "тари", "тери", "дан", "ден", "тан", "тен", "нан", "нен", "ген", "ган", "мен", "пен",
            "бен", "синин",
    ];

    private static readonly string[] RussianEndings =
    [
        "ого", "его", "ому", "ему", "ими", "ами", "ями", "ая", "яя", "ое", "ие", "ую", "юю", "их", "ах", "ях", "ов", "ев", "ция",
            "ции", "ать", "ить", "ется", "ает", "ают", "ит", "ят", "ла", "ло", "ли", "ться",
        "ость", "ние", "ния", "нии", "тель", "ский", "ской", "ики", "ом", "ей", "ой", "ий", "ый", "ть", "на", "ка", "ки", "ку",
    ];

    public static (string? Language, double Weight) Of(Token token)
    {
        var word = token.Written.ToLowerInvariant();
        if (word.All(char.IsAsciiDigit))
            return (null, 0);
        if (word.Any(letter => LatinLetters.IsLatin(letter)) && !word.Any(LatinLetters.IsCyrillic))
            return OfLatin(word, token.Folded);
        if (word.AsSpan().ContainsAny(KazakhLetters))
            return ("kk", 1.5);
        if (word.AsSpan().ContainsAny(RussianLetters) && !KazakhWords.Contains(token.Folded))
            return ("ru", 1.2);
        var kazakh = KazakhWords.Contains(token.Folded);
        if (kazakh != RussianWords.Contains(token.Folded))
            return (kazakh ? "kk" : "ru", 1.2);
        if (kazakh)
            return (null, 0);
        if (token.Folded.Length > 4 && EndsWithAny(token.Folded, KazakhEndings))
            return ("kk", 0.6);
        return word.Length > 3 && EndsWithAny(word, RussianEndings) ? ("ru", 0.6) : (null, 0);
    }

    private static (string? Language, double Weight) OfLatin(string word, string folded)
    {
        if (EnglishWords.Contains(word))
            return ("en", 1.2);
        if (word.AsSpan().ContainsAny(KazakhLatinLetters) || KazakhWords.Contains(folded))
            return ("kk", 1.3);
        if (RussianWords.Contains(folded) && folded.Length > 3)
            return ("ru", 1.2);
        var q = word.IndexOf('q');
        if (q >= 0 && (q + 1 == word.Length || word[q + 1] != 'u') || folded.Length > 4 && EndsWithAny(folded, KazakhEndings))
            return ("kk", 0.9);
        return word.Length > 2 ? ("en", 0.4) : (null, 0);
    }

    private static bool EndsWithAny(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ').Select(SearchText.FoldWord)];

    private static HashSet<string> RawSet(string words) => [.. words.Split(' ')];
}
