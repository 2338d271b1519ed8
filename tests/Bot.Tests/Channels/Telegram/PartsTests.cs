using System.Text;
using Bot.Channels;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Channels.Telegram;

public sealed class PartsTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("  \n ", 10, "")]
    [InlineData("short", 10, "short")]
    [InlineData("exactly 10", 10, "exactly 10")]
    [InlineData("first one\n\nsecond one", 14, "first one|second one")]
    [InlineData("line one\nline two\nline", 18, "line one\nline two|line")]
    [InlineData("words and words and words", 12, "words and|words and|words")]
    [InlineData("abcdefghijkl", 5, "abcde|fghij|kl")]
    [InlineData("ab👨‍👩‍👧cd", 9, "ab|👨‍👩‍👧c|d")]
    public void Cuts_at_the_widest_border_there_is(string text, int limit, string parts) =>
        Assert.Equal(parts, string.Join('|', Parts.Of(text, limit)));

    [Fact]
    public void A_letter_under_five_thousand_marks_is_cut_without_breaking_a_character()
    {
        var parts = Parts.Of("a" + string.Concat(Enumerable.Repeat("\U0001D167", 5000)), 4096);
        Assert.All(parts, part => Assert.True(part.Length <= 4096));
        Assert.All(parts, part => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part))));
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_too_long_whatever_the_text() => Prop.ForAll<NonNull<string>>(text =>
    {
        var parts = Parts.Of(text.Get, 12);
        return parts.All(part => part.Length is > 0 and <= 12) && Solid(string.Concat(parts)) == Solid(text.Get);
    }).QuickCheckThrowOnFailure();

    private static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
