using Bot.Operations;
using Bot.Storage;
using Bot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Tests.Triage;

public sealed class HangingCardTests
{
    [Fact]
    public async Task The_card_of_an_open_case_outlives_the_mail()
    {
        await using var stage = await Stage.Set(new Telling(), "kk");
        await stage.Do(new Line(Line.Author, "85634585-ЗЦП1 бояу туралы"));
        await stage.Do(new Line(Line.Author, "бітті"));
        await stage.Do(new Line("Айгүл", "/claim 1"));
        stage.Advance(TimeSpan.FromDays(30));
        await using var scope = stage.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Retention>(scope.ServiceProvider).Clean(default);

        var left = await scope.ServiceProvider.GetRequiredService<BotDb>().Outbox.AsNoTracking()
            .Where(message => message.Payload != Sealed.Nothing).ToListAsync();
        Assert.Equal("case-1", left.Single().Card);
    }
}
