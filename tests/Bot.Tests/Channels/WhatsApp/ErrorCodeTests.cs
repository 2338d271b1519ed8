using Bot.Channels;
using Bot.Channels.WhatsApp;
using Bot.Storage;
using Fakes.Twilio;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Tests.Channels.WhatsApp;

/// <summary>Every number of an error that says something about WhatsApp, and what becomes of the message: at once, and by callback.</summary>
public sealed class ErrorCodeTests
{
    private static readonly (int[] Codes, string Act, string AtOnce, string Later)[] Table =
    [
        ([63016], "Template", "again in 0 s", "Pending"),
        ([20429, 63017, 63018, 131056], "SlowDown", "again in 30 s, all pause", "Pending"),
        ([63038, 63049], "Tomorrow", "again in 86400 s", "Pending"),
        ([63027, 63028, 63040, 63041, 63042, 21654, 21655, 21656], "TemplateBroken", "again in 5 s", "Pending"),
        ([21610, 63003, 63014, 63024, 63032, 63033, 21211], "Gone", "refused, gone", "Dropped"),
        ([21617, 63005, 63006, 63019, 63021, 63029, 63034, 63037], "Content", "refused", "Refused"),
        ([63013, 63020, 63026], "Policy", "refused", "Refused"),
        ([20003, 63001, 63002, 63007, 63008, 63022], "Config", "again in 300 s, all pause", "Pending"),
        ([63009, 63010, 63011, 63012, 63023], "Provider", "again in 30 s", "Pending"),
    ];

    public static TheoryData<int, string, string> AtOnce => Rows(row => row.AtOnce);
    public static TheoryData<string> Classes => [.. Table.Select(row => row.Act)];

    [Theory, MemberData(nameof(AtOnce))]
    public async Task An_error_has_its_act_and_its_delivery(int code, string act, string delivery)
    {
        await using var stage = await Rooms.Value;
        Assert.Equal(act, ErrorCodes.Of(code).ToString());
        Assert.Equal(delivery, Show(await stage.Judge(code)));
    }

    [Fact]
    public void The_table_is_whole() => Assert.Equal(Table.SelectMany(row => row.Codes).Order(), ErrorCodes.Acts.Keys.Order());

    [Theory, MemberData(nameof(Classes))]
    public async Task A_message_that_fails_after_it_was_accepted_is_written_down_by_its_class(string act)
    {
        var row = Table.Single(row => row.Act == act);
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.FailsNext(stage.Person, row.Codes[^1]);

        var news = await stage.Put("news");
        await stage.Settle();

        var told = await stage.Becomes(news, Enum.Parse<OutboxState>(row.Later));
        Assert.Equal($"error {row.Codes[^1]}", told.Reason);
        Assert.Equal(act == "Gone" ? Reach.Unreachable : Reach.Open, (await stage.Contact()).Reach);
        Assert.Equal(act == "Gone", await stage.In(db => db.Set<Bot.Conversation.Person>().Select(person => person.Stopped).SingleAsync()));
    }

    [Fact]
    [Trait("Catalogue", "F2")]
    public async Task F2_A_message_that_was_accepted_without_an_answer_is_unknown_until_its_status_comes_and_never_sent_again()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        var before = stage.Person.Received.Count;
        stage.Twilio.FailNext("send", Fault.Reset(carriedOut: true));

        var news = await stage.Put("news");
        await stage.Settle();
        await stage.Becomes(news, OutboxState.Sent);
        await stage.Settle();

        Assert.Single(stage.Person.Received.Skip(before));
    }

    [Fact]
    public async Task An_answer_that_breaks_without_a_status_stays_unknown()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.FailNext("send", Fault.Reset(carriedOut: false));

        var news = await stage.Put("news");
        await stage.Settle();

        Assert.Equal(OutboxState.Unknown, (await stage.Row(news)).State);
    }

    [Fact]
    public async Task Too_many_requests_pause_all_and_are_no_failure()
    {
        await using var stage = await WhatsAppStage.Set();
        await stage.Say("Сәлеметсіз бе");
        stage.Twilio.FailNext("send", Fault.TooManyRequests());

        var (first, second) = (await stage.Put("first"), await stage.Put("second"));
        await stage.Settle();
        Assert.Equal([OutboxState.Pending, OutboxState.Pending], [(await stage.Row(first)).State, (await stage.Row(second)).State]);
        stage.Clock.Push(Judgement.Stumble);
        await stage.Settle();

        Assert.Equal([OutboxState.Sent, OutboxState.Sent], [(await stage.Row(first)).State, (await stage.Row(second)).State]);
    }

    private static TheoryData<int, string, string> Rows(Func<(int[] Codes, string Act, string AtOnce, string Later), string> delivery)
    {
        TheoryData<int, string, string> data = [];
        foreach (var row in Table)
            foreach (var code in row.Codes)
                data.Add(code, row.Act, delivery(row));
        return data;
    }

    private static string Show(Delivery delivery) => delivery switch
    {
        Delivery.Later later => $"again in {later.After.TotalSeconds:0} s{(later.PauseAll ? ", all pause" : "")}",
        Delivery.Refused refused => refused.Gone ? "refused, gone" : "refused",
        _ => delivery.ToString(),
    };

    /// <summary>A judgement over a store in which there is nobody.</summary>
    private sealed class Rooms : IAsyncDisposable
    {
        private readonly Bot.Tests.Storage.Store store;

        private Rooms(Bot.Tests.Storage.Store store) => this.store = store;

        public static Task<Rooms> Value => Open();

        public async Task<Delivery> Judge(int code)
        {
            await using var db = store.Open();
            using var http = new HttpClient();
            using var shelf = new Shelf(new TwilioClient(http, new WhatsAppSettings(), TimeProvider.System), TimeProvider.System,
                Microsoft.Extensions.Logging.Abstractions.NullLogger<Shelf>.Instance);
            var judgement = new Judgement(shelf, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Judgement>.Instance);
            return await judgement.Of(code, new Contacts(db, store.Seal, TimeProvider.System), Guid.NewGuid(), 1, default);
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();

        private static async Task<Rooms> Open() => new(await Bot.Tests.Storage.Store.Empty(onPostgres: false));
    }
}
