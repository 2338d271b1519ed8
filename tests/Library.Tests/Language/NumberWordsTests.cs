using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>Numbers written out by a few lines of our own in three languages, and read back.</summary>
public class NumberWordsTests
{
    private static readonly Dictionary<string, (string[] Ones, string[] Tens, string[] Hundreds)> Tables = new()
    {
        ["kk"] = (Words("бір екі үш төрт бес алты жеті сегіз тоғыз"), Words("он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан"), []),
        ["ru"] = (Words("один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать " +
            "шестнадцать семнадцать восемнадцать девятнадцать"), Words("десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
            Words("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")),
        ["en"] = (Words("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
            Words("ten twenty thirty forty fifty sixty seventy eighty ninety"), []),
    };

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Every_number_up_to_a_hundred_thousand_is_read(string language)
    {
        for (var number = 2; number <= 100_000; number++)
            Reads(language, number);
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Numbers_up_to_milliards_are_read(string language)
    {
        foreach (var number in new[] { 1_000_000, 1_250_000, 5_018_000, 53_000_000, 900_090_009, 1_000_001_000, 2_147_483_640 })
            Reads(language, number);
    }

    private static void Reads(string language, int number)
    {
        var text = Written(language, number);
        var read = Quantities.Of(text + " " + Thing(language));
        Assert.True(read is [{ } only] && only.Value == number, $"{text}: {string.Join(", ", read.Select(mention => mention.Value))}, not {number}");
    }

    /// <summary>Kazakh and Russian say "он" and "сто" for other things too: with a thing that is counted they are numbers.</summary>
    private static string Thing(string language) => language switch { "kk" => "теңге", "ru" => "тенге", _ => "tenge" };

    private static string Written(string language, int number)
    {
        var (milliard, million, thousand) = language switch
        {
            "kk" => ("миллиард", "миллион", "мың"),
            "ru" => ("миллиардов", "миллионов", "тысяч"),
            _ => ("billion", "million", "thousand"),
        };
        var parts = new[] { (number / 1_000_000_000, milliard), (number / 1_000_000 % 1000, million), (number / 1000 % 1000, thousand) }
            .Where(part => part.Item1 > 0).Select(part => $"{Below(language, part.Item1)} {part.Item2}")
            .Append(Below(language, number % 1000));
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Below(string language, int number)
    {
        var (ones, tens, hundreds) = Tables[language];
        var words = new List<string>();
        if (number >= 100)
            words.Add(hundreds.Length > 0 ? hundreds[number / 100 - 1] : $"{ones[number / 100 - 1]} {(language == "kk" ? "жүз" : "hundred")}");
        var rest = number % 100;
        if (language == "en" && number > 100 && rest > 0)
            words.Add("and");
        if (rest > ones.Length)
            words.Add(language == "en" && rest % 10 > 0 ? $"{tens[rest / 10 - 1]}-{ones[rest % 10 - 1]}" : tens[rest / 10 - 1]);
        if (rest > 0 && rest <= ones.Length)
            words.Add(ones[rest - 1]);
        else if (language != "en" && rest % 10 > 0)
            words.Add(ones[rest % 10 - 1]);
        return string.Join(' ', words);
    }

    private static string[] Words(string words) => words.Split(' ');
}
