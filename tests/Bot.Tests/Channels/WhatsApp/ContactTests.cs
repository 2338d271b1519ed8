using Bot.Channels.WhatsApp;
using Bot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>People are known by an id of ours: whether their number is shown, hidden, or changes hands.</summary>
public sealed class ContactTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("whatsapp:+77010000001", "77010000001", "KZ.1", "+77010000001", "KZ.1")]
    [InlineData("whatsapp:+77010000001", null, null, "+77010000001", null)]
    [InlineData("whatsapp:KZ.1", null, "KZ.1", null, "KZ.1")]
    [InlineData("whatsapp:KZ.1", null, null, null, "KZ.1")]
    [InlineData("whatsapp:KZ.1", "77010000001", "KZ.1", "+77010000001", "KZ.1")]
    public void A_caller_is_named_by_number_or_id(string from, string? waId, string? external, string? phone, string? user) =>
        Assert.Equal(new Caller(from, phone, user), Inbound.Caller(from, waId, external));

    [Theory]
    [InlineData("+77010000001")]
    [InlineData(null)]
    public void What_is_not_of_WhatsApp_is_nobody(string? from) => Assert.Null(Inbound.Caller(from, null, null));

    [Theory, EachDatabase]
    public async Task A_number_and_an_id_seen_together_lead_to_the_same_contact_apart(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        var both = await Hear(store, "+77010000001", "KZ.1");
        Assert.Equal(both, await Hear(store, "+77010000001", null));
        Assert.Equal(both, await Hear(store, null, "KZ.1"));
        Assert.NotEqual(both, await Hear(store, "+77010000002", null));
    }

    [Theory, EachDatabase]
    public async Task A_contact_of_one_is_joined_by_the_other(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        var byPhone = await Hear(store, "+77010000001", null);
        Assert.Equal(byPhone, await Hear(store, "+77010000001", "KZ.1"));
        Assert.Equal(byPhone, await Hear(store, null, "KZ.1"));
    }

    [Theory, EachDatabase]
    public async Task Who_has_got_somebodys_old_number_does_not_find_their_conversation(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        var first = await Hear(store, "+77010000001", "KZ.1");
        var second = await Hear(store, "+77010000001", "KZ.2");
        Assert.NotEqual(first, second);
        Assert.Equal(second, await Hear(store, "+77010000001", null));
        Assert.Equal(first, await Hear(store, null, "KZ.1"));
    }

    [Theory, EachDatabase]
    public async Task Two_first_messages_at_once_make_one_contact(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        var all = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Hear(store, "+77010000001", "KZ.1"))));
        Assert.Single(all.Distinct());
    }

    [Theory, EachDatabase]
    public async Task The_window_follows_the_latest_word_whatever_comes_late(bool onPostgres)
    {
        await using var store = await Store.Empty(onPostgres);
        await Hear(store, "+77010000001", null);
        await Hear(store, "+77010000001", null, Now.AddHours(-5));
        Assert.Equal(Now, await store.In(db => db.Contacts.Select(contact => contact.LastHeard).SingleAsync()));
    }

    [Fact]
    public async Task Neither_number_nor_id_is_written_down_plainly()
    {
        await using var store = await Store.Empty(onPostgres: false);
        await Hear(store, "+77010000001", "KZ.1234567");
        var row = Assert.Single(await store.Lines("SELECT Phone || UserId || hex(Address) AS \"Value\" FROM contacts"));
        Assert.DoesNotContain("7701", row, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", row, StringComparison.Ordinal);
    }

    private static async Task<Guid> Hear(Store store, string? phone, string? user, DateTimeOffset? at = null)
    {
        await using var db = store.Open();
        var caller = new Caller("whatsapp:" + (phone ?? user), phone, user);
        return (await new Contacts(db, store.Seal, TimeProvider.System).Hear(caller, at ?? Now, default)).Contact.Id;
    }
}
