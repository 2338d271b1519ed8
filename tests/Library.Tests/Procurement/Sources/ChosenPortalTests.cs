using Procurement;
using Xunit;

namespace Library.Tests.Procurement.Sources;

/// <summary>Several sources as one: who is asked, who stands in, and who goes on with a walk.</summary>
public sealed class ChosenPortalTests
{
    private static readonly Reading Row = new(1, new Lot { Id = 1, Number = "81861406-ЗЦП1" }, null);

    [Fact]
    public void Without_sources_there_is_no_feed()
    {
        var nothing = new ChosenPortal([]);

        Assert.All(Enum.GetValues<Feed>(), feed => Assert.False(nothing.Has(feed)));
        Assert.Equal("none", nothing.Name);
    }

    [Fact]
    public async Task Without_sources_nothing_is_found() => Assert.Empty(await new ChosenPortal([]).Find(new Wanted { LotId = 1 }, default));

    [Fact]
    public async Task The_first_that_has_the_feed_is_asked()
    {
        var (first, second, third) = (new Stub("first", Feed.Journal), new Stub("second", Feed.Lots), new Stub("third", Feed.Lots));

        var page = await new ChosenPortal([first, second, third]).Page(new PortalQuery(Feed.Lots), default);

        Assert.Equal(("second", "second|7", false), (page.Source, page.Next, page.IsStandIn));
        Assert.Equal((0, 1, 0), (first.Asked, second.Asked, third.Asked));
    }

    [Theory]
    [InlineData(PortalFault.Busy)]
    [InlineData(PortalFault.Garbled)]
    [InlineData(PortalFault.Token)]
    public async Task The_next_stands_in_for_one_that_does_not_answer(PortalFault fault)
    {
        var portal = new ChosenPortal([new Stub("first", Feed.Lots) { Fault = fault }, new Stub("second", Feed.Lots)]);

        var page = await portal.Page(new PortalQuery(Feed.Lots), default);

        Assert.Equal(("second", true), (page.Source, page.IsStandIn));
        Assert.True((await portal.Page(new PortalQuery(Feed.Lots) { After = page.Next }, default)).IsStandIn);
    }

    [Theory]
    [InlineData(PortalFault.Question)]
    [InlineData(PortalFault.Cursor)]
    public async Task What_would_not_be_better_elsewhere_is_told_at_once(PortalFault fault)
    {
        var second = new Stub("second", Feed.Lots);
        var portal = new ChosenPortal([new Stub("first", Feed.Lots) { Fault = fault }, second]);

        Assert.Equal(fault, (await Assert.ThrowsAsync<PortalException>(() => portal.Page(new PortalQuery(Feed.Lots), default))).Fault);
        Assert.Equal(0, second.Asked);
    }

    [Fact]
    public async Task A_walk_stays_with_the_source_that_began_it()
    {
        var (first, second) = (new Stub("first", Feed.Lots), new Stub("second", Feed.Lots) { Fault = PortalFault.Busy });
        var portal = new ChosenPortal([first, second]);

        await Assert.ThrowsAsync<PortalException>(() => portal.Page(new PortalQuery(Feed.Lots) { After = "second|7|a" }, default));

        Assert.Equal((0, "7|a"), (first.Asked, second.Place));
    }

    [Theory]
    [InlineData("third|7")]
    [InlineData("7")]
    [InlineData("|7")]
    [InlineData("")]
    public async Task A_place_of_a_source_that_is_gone_is_a_fault(string after)
    {
        var portal = new ChosenPortal([new Stub("first", Feed.Lots)]);

        var fault = await Assert.ThrowsAsync<PortalException>(() => portal.Page(new PortalQuery(Feed.Lots) { After = after }, default));

        Assert.Equal(PortalFault.Cursor, fault.Fault);
    }

    [Fact]
    public async Task When_nobody_answers_waiting_helps_if_it_helps_with_one()
    {
        var portal = new ChosenPortal(
        [
            new Stub("first", Feed.Lots) { Fault = PortalFault.Token },
            new Stub("second", Feed.Lots) { Fault = PortalFault.Busy, Wait = TimeSpan.FromMinutes(2) },
            new Stub("third", Feed.Lots) { Fault = PortalFault.Busy, Wait = TimeSpan.FromMinutes(1) },
        ]);

        var fault = await Assert.ThrowsAsync<PortalException>(() => portal.Page(new PortalQuery(Feed.Lots), default));

        Assert.Equal((PortalFault.Busy, TimeSpan.FromMinutes(1)), (fault.Fault, fault.RetryAfter!.Value));
        Assert.All(["first", "second", "third"], name => Assert.Contains(name, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_is_asked_of_all_until_one_knows_it()
    {
        var (first, second, third) = (new Stub("first"), new Stub("second") { Knows = [Row] }, new Stub("third") { Knows = [Row] });

        Assert.Single(await new ChosenPortal([first, second, third]).Find(new Wanted { LotId = 1 }, default));
        Assert.Equal((1, 1, 0), (first.Asked, second.Asked, third.Asked));
    }

    [Fact]
    public async Task A_source_that_did_not_answer_may_have_known_the_number()
    {
        var portal = new ChosenPortal([new Stub("first") { Fault = PortalFault.Busy }, new Stub("second")]);

        await Assert.ThrowsAsync<PortalException>(() => portal.Find(new Wanted { LotId = 1 }, default));
    }

    [Fact]
    public async Task A_feed_that_nobody_has_is_not_asked() =>
        await Assert.ThrowsAsync<NotSupportedException>(
            () => new ChosenPortal([new Stub("first", Feed.Lots)]).Page(new PortalQuery(Feed.Journal), default));

    private sealed class Stub(string name, params Feed[] feeds) : IPortal
    {
        public int Asked { get; private set; }
        public string? Place { get; private set; }
        public PortalFault? Fault { get; init; }
        public TimeSpan? Wait { get; init; }
        public IReadOnlyList<Reading> Knows { get; init; } = [];
        public string Name => name;

        public bool Has(Feed feed) => feeds.Contains(feed);

        public Task<PortalPage> Page(PortalQuery query, CancellationToken cancellationToken)
        {
            Place = query.After;
            return Answer(new PortalPage([Row], "7"));
        }

        public Task<IReadOnlyList<Reading>> Find(Wanted wanted, CancellationToken cancellationToken) => Answer(Knows);

        private Task<T> Answer<T>(T answer)
        {
            Asked++;
            return Fault is { } fault ? throw new PortalException(fault, $"{name} does not answer.") { RetryAfter = Wait } : Task.FromResult(answer);
        }
    }
}
