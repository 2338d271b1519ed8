using Bot.Channels;
using Bot.Storage;
using Bot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Bot.Tests.Sending;

/// <summary>What a killed process had written down of its sendings, read by the next one.</summary>
[Trait("Catalogue", "F1")]
public sealed class DeparturesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-departures-").FullName;
    private readonly OutboxMessage message = Mail.Out("A", 1, position: 1);
    private readonly Departures departures;

    public DeparturesTests()
    {
        departures = New();
        departures.Begin();
        message.Attempts = 1;
    }

    [Fact]
    public void A_try_that_nothing_is_written_of_has_not_left() =>
        Assert.False(New().Read()!.HasLeft(message));

    [Fact]
    public void A_try_that_left_may_have_arrived()
    {
        departures.Leave(message);

        Assert.True(New().Read()!.HasLeft(message));
        Assert.Null(Outcome());
    }

    [Theory, InlineData("77"), InlineData("77 78"), InlineData(null)]
    public void What_the_other_side_accepted_is_there_under_its_id(string? id)
    {
        departures.Leave(message);
        departures.Arrive(message, new Delivery.Sent(id));

        Assert.Equal(new Delivery.Sent(id), Outcome());
    }

    [Fact]
    public void A_part_is_there_and_the_next_one_has_not_left()
    {
        departures.Leave(message);
        departures.Arrive(message, new Delivery.Partly("77"));
        Assert.Equal(new Delivery.Partly("77"), Outcome());

        message.Attempts = 2;
        Assert.False(New().Read()!.HasLeft(message));
    }

    [Fact]
    public void Of_a_try_that_was_refused_nothing_more_is_known_until_the_ledger_has_it()
    {
        departures.Leave(message);
        departures.Arrive(message, new Delivery.Later(TimeSpan.FromSeconds(1), PauseAll: false, "503"));

        Assert.True(New().Read()!.HasLeft(message));
        Assert.Null(Outcome());
    }

    [Fact]
    public void After_another_start_of_the_machine_nothing_is_known() => Nothing(lines => lines[0] = Guid.NewGuid().ToString());

    [Fact]
    public void Of_a_file_with_something_else_in_it_nothing_is_known() => Nothing(lines => lines[1] = "\0\0\0");

    [Fact]
    public void Without_a_file_nothing_is_known()
    {
        File.Delete(Path);

        Assert.Null(New().Read());
    }

    [Fact]
    public void On_a_server_for_several_nodes_there_is_no_file()
    {
        using var shared = New("Host=127.0.0.1;Database=bot;Username=bot");
        shared.Begin();
        shared.Leave(message);

        Assert.Null(shared.Read());
    }

    [Fact]
    public void It_stays_small_and_never_forgets_what_is_on_its_way()
    {
        var other = Mail.Out("B", 2, position: 2);
        departures.Leave(other);
        for (message.Attempts = 1; message.Attempts < 100_000; message.Attempts++)
        {
            departures.Leave(message);
            departures.End(message);
        }

        Assert.True(departures.Read()!.HasLeft(other));
        departures.End(other);
        Assert.InRange(new FileInfo(Path).Length, 1, 100);
    }

    public void Dispose()
    {
        departures.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Path => System.IO.Path.Combine(folder, "bot.db-departures");

    private Delivery? Outcome() => New().Read()!.Outcome(message);

    private void Nothing(Action<string[]> change)
    {
        departures.Leave(message);
        var lines = File.ReadAllLines(Path);
        change(lines);
        File.WriteAllLines(Path, lines);

        Assert.Null(New().Read());
    }

    private Departures New(string? connection = null) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("ConnectionStrings:Bot", connection ?? $"Data Source={System.IO.Path.Combine(folder, "bot.db")}")]).Build());
}
