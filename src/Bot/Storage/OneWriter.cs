using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Storage;

/// <summary>
/// SQLite lets one at a time write, and who finds the file taken sleeps for a tenth of a second before looking again. Here the writers of this
/// process stand in line instead.
/// </summary>
internal sealed class OneWriter : DbCommandInterceptor
{
    private readonly Pen pen = new();

    /// <summary>Does this when it is its turn, alone.</summary>
    public async Task<T> Write<T>(Func<Task<T>> write, bool first, CancellationToken cancellationToken)
    {
        await pen.Take(first, cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            pen.Give();
        }
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData executing, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsOfItsOwn(executing))
            await pen.Take(first: false, cancellationToken);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData executed, int result, CancellationToken cancellationToken = default)
    {
        Release(executed);
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData failed, CancellationToken cancellationToken = default) => Release(failed);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData cancelled, CancellationToken cancellationToken = default) => Release(cancelled);

    /// <summary>A statement that writes outside of saving a unit of work.</summary>
    private static bool IsOfItsOwn(CommandEventData command) =>
        command is { ExecuteMethod: DbCommandMethod.ExecuteNonQuery, IsAsync: true, CommandSource: CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete };

    private Task Release(CommandEventData over)
    {
        if (IsOfItsOwn(over))
            pen.Give();
        return Task.CompletedTask;
    }
}
