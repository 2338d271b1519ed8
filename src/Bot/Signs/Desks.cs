using System.Collections.Concurrent;
using Bot.Storage;
using Procurement;

namespace Bot.Signs;

/// <summary>The desks of one walk through the store: connections that stay open, with what all pages read anew otherwise.</summary>
internal sealed class Desks(IServiceScopeFactory scopes) : IAsyncDisposable
{
    private readonly ConcurrentBag<WalkDesk> free = [];
    private readonly ConcurrentBag<AsyncServiceScope> opened = [];
    private readonly ConcurrentDictionary<string, Organisation> kept = [];

    /// <summary>One desk for one page at a time; one that is not returned is only not used again.</summary>
    public async Task<WalkDesk> Take(CancellationToken cancellationToken) => free.TryTake(out var desk) ? desk : await Open(cancellationToken);

    public void Return(WalkDesk desk) => free.Add(desk);

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in opened)
        {
            await Databases.EndWalk(scope.ServiceProvider.GetRequiredService<RegisterDb>());
            await scope.DisposeAsync();
        }
    }

    private async Task<WalkDesk> Open(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        opened.Add(scope);
        var db = scope.ServiceProvider.GetRequiredService<RegisterDb>();
        await Databases.BeginWalk(db, cancellationToken);
        return new WalkDesk(db, new CaseFiles(db) { Kept = kept });
    }
}

/// <summary>A connection to the register, and the case files read through it.</summary>
internal sealed record WalkDesk(RegisterDb Db, CaseFiles Files);
