using System.Runtime.CompilerServices;
using Language;
using Xunit;

namespace Library.Tests.Language;

/// <summary>messages.tsv: labelled messages by another writer, half of them (held) never looked at while the words were chosen.</summary>
public class MessageLanguageTests
{
    private const double Demanded = 0.97;

    private static readonly Dictionary<string, MessageLanguage> Classes = new()
    {
        ["kk"] = MessageLanguage.Kazakh,
        ["kk-plain"] = MessageLanguage.KazakhPlain,
        ["kk-latin"] = MessageLanguage.KazakhLatin,
        ["ru"] = MessageLanguage.Russian,
        ["en"] = MessageLanguage.English,
        ["mixed"] = MessageLanguage.Mixed,
    };

    [Theory]
    [InlineData("dev")]
    [InlineData("held")]
    public void Messages_are_classified_as_their_readers_did(string part)
    {
        var messages = Messages().Where(message => message.Part == part).ToList();
        var wrong = messages.Where(message => LanguageOf.Classify(message.Text).Language != message.Language).ToList();

        Assert.True(messages.Count >= 200);
        Assert.True(wrong.Count <= (1 - Demanded) * messages.Count, $"{wrong.Count} of {messages.Count}");
    }

    [Fact]
    public void Every_class_is_among_the_messages_set_aside() =>
        Assert.Equal(Classes.Count, Messages().Where(message => message.Part == "held").Select(message => message.Language).Distinct().Count());

    [Fact]
    public void A_message_of_one_language_is_answered_in_it()
    {
        var wrong = Messages().Where(message => message.Language is not MessageLanguage.Mixed
            && LanguageOf.Guess(message.Text).Language != Tongue(message.Language)).Select(message => message.Text).ToList();

        Assert.True(wrong.Count <= 5, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("🔥🔥🔥")]
    [InlineData("\uD800")]
    public void Nothing_to_go_by_is_kazakh_without_confidence(string text) =>
        Assert.Equal(new LanguageClass(MessageLanguage.Kazakh, 0), LanguageOf.Classify(text));

    [Theory]
    [InlineData(MessageLanguage.Russian, "Детский сад «Балбөбек» купил мясо по 5000 тенге")]
    [InlineData(MessageLanguage.Russian, "Школа имени Ыбырая Алтынсарина, ремонт кровли")]
    [InlineData(MessageLanguage.English, "Qyzylorda hospital bought 20 beds, is this price right?")]
    [InlineData(MessageLanguage.Kazakh, "Лот 81861406-ЗЦП1 бойынша тендер қашан өтеді")]
    public void Names_and_words_that_all_share_do_not_make_a_text_mixed(MessageLanguage language, string text) =>
        Assert.Equal(language, LanguageOf.Classify(text).Language);

    private static string Tongue(MessageLanguage language) => language switch
    {
        MessageLanguage.Russian => "ru",
        MessageLanguage.English => "en",
        _ => "kk",
    };

    private static IEnumerable<(string Part, MessageLanguage Language, string Text)> Messages([CallerFilePath] string path = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, "messages.tsv")).Select(line => line.Split('\t'))
            .Select(cells => (cells[0], Classes[cells[1]], cells[2]));
}
