using System.Diagnostics;
using System.Text;
using Bot.Lots;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>Loading portal-shaped lines: new, then the same again; beside the least that SQLite itself needs for the same documents.</summary>
internal static class ImportBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, null) : 50_000;
        var folder = TemporaryHouse.Folder();
        await using var app = await TemporaryHouse.Open(folder, sample: false);
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, count).Select(Line)));
        var fresh = await Take(app.Services, lines);
        var again = await Take(app.Services, lines);
        var bare = await Bare(app.Services, folder);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return TemporaryHouse.Print(new
        {
            lots = count,
            freshPerSecond = (int)(count / fresh),
            againPerSecond = (int)(count / again),
            bareInsertPerSecond = (int)(count / bare),
            shareOfBare = Math.Round(bare / fresh, 2),
        });
    }

    private static async Task<double> Take(IServiceProvider services, byte[] lines)
    {
        var clock = Stopwatch.StartNew();
        await services.GetRequiredService<Intake>().Take("lots", new MemoryStream(lines), null, default);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> Bare(IServiceProvider services, string folder)
    {
        await using var scope = services.CreateAsyncScope();
        var documents = await scope.ServiceProvider.GetRequiredService<RegisterDb>().Lots.Select(row => row.Document).ToListAsync();
        await using var connection = new SqliteConnection($"Data Source={folder}/bare.db");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE bare (id INTEGER PRIMARY KEY, document TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO bare (document) VALUES ($document)";
        var parameter = command.Parameters.Add("$document", SqliteType.Text);
        await command.PrepareAsync();
        foreach (var document in documents)
        {
            parameter.Value = document;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return clock.Elapsed.TotalSeconds;
    }

    private static string Line(int id) => $$$"""
        {"__typename":"Lots","id":{{{id}}},"lotNumber":"{{{70_000_000 + id}}}-ЗЦП1","trdBuyId":{{{16_000_000 + (id / 3)}}},"nameRu":"Бумага офисная","nameKz":"Кеңсе қағазы","descriptionRu":"формат А4","customerBin":"990240002989","customerNameRu":"КГУ \"Средняя школа №{{{id % 300}}}\"","amount":{{{id * 10}}},"count":10,"refLotStatusId":240,"refBuyTradeMethodsId":3,"TrdBuy":{"publishDate":"2026-02-23 17:57:42","endDate":"2026-02-25 17:57:45"},"Plans":[{"extraDescRu":"Бумага для принтера, {{{id}}} листов","price":{{{id}}},"count":10,"refEnstruCode":"171214.500.000001","RefUnits":{"nameRu":"Одна пачка"} }]}
        """;
}
