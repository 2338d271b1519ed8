using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Keeps every line that was logged, from every category at every level.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose() { }

    /// <summary>Completes when a line with these words was written.</summary>
    public async Task Wait(string words)
    {
        while (true)
        {
            var next = Volatile.Read(ref written);
            if (lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
                return;
            await next.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private void Write(string line)
    {
        lines.Enqueue(line);
        Interlocked.Exchange(ref written, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private sealed class Pen(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Write($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
