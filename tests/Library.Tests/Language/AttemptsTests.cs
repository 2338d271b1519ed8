using Language;
using Xunit;

namespace Library.Tests.Language;

public class AttemptsTests
{
    [Theory]
    [InlineData("второй тур", 2)]
    [InlineData("объявили в третий раз", 3)]
    [InlineData("это уже 3-й раз", 3)]
    [InlineData("повторный конкурс", 2)]
    [InlineData("повторно разместили", 2)]
    [InlineData("тендер қайта жарияланған", 2)]
    [InlineData("тендер кайта жарияланган", 2)]
    [InlineData("қайтадан жариялады", 2)]
    [InlineData("third time", 3)]
    [InlineData("the second attempt", 2)]
    [InlineData("re-announced", 2)]
    [InlineData("announced again", 2)]
    [InlineData("үшінші рет", 3)]
    [InlineData("ушинши рет", 3)]
    [InlineData("екінші мәрте жариялады", 2)]
    [InlineData("уже три раза объявляли", 3)]
    [InlineData("announced twice", 2)]
    [InlineData("үш рет жарияланды", 3)]
    [InlineData("үш рет жөндеді", null)]
    [InlineData("вторая школа", null)]
    [InlineData("второй этаж", null)]
    [InlineData("қайта жөндеп жатыр", null)]
    [InlineData("25 раз просили", null)]
    [InlineData("", null)]
    public void The_attempt_is_read_in_three_languages(string text, int? attempt) => Assert.Equal(attempt, Attempts.In(text));
}
