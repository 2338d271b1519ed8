using Xunit;

namespace Bot.Tests.Storage;

/// <summary>The migrations are written by hand: what they make must be what the model would make.</summary>
public sealed class SchemaTests
{
    private const string SqliteTables = """
        SELECT name AS "Value" FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 2) <> '__' AND name <> 'sqlite_sequence'
        """;
    private const string SqliteColumns = """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' not null ' || c."notnull" || ' key ' || c.pk
            || ' default ' || COALESCE(c.dflt_value, '') AS "Value"
        FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND substr(m.name, 1, 2) <> '__' AND m.name <> 'sqlite_sequence'
        """;
    private const string SqliteIndexes = """
        SELECT m.name || ' ' || i.name || ' unique ' || i."unique" || ' ' || c.seqno || ' ' || c.name AS "Value"
        FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE m.type = 'table' AND substr(m.name, 1, 2) <> '__'
        """;
    private const string SqliteKeys = """
        SELECT m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete AS "Value"
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL SELECT name || ' counts' FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'
        """;
    private const string PostgresColumns = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || COALESCE(character_maximum_length::text, '') || ' '
            || COALESCE(numeric_precision::text, '') || ',' || COALESCE(numeric_scale::text, '') || ' null ' || is_nullable
            || ' identity ' || COALESCE(identity_generation, '') || ' default ' || COALESCE(column_default, '') AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND LEFT(table_name, 2) <> '__'
        """;
    private const string PostgresIndexes = """
        SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND LEFT(tablename, 2) <> '__'
        """;
    private const string PostgresKeys = """
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS "Value" FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND LTRIM(conrelid::regclass::text, '"') NOT LIKE '\_\_%'
        """;

    [Theory]
    [InlineData(SqliteColumns)]
    [InlineData(SqliteIndexes)]
    [InlineData(SqliteKeys)]
    public Task Migrations_make_on_SQLite_what_the_model_makes(string question) => MakeTheSame(false, question);

    [Theory]
    [InlineData(SqliteColumns)]
    [InlineData(SqliteIndexes)]
    public Task Migrations_make_on_SQLite_the_register_that_the_model_makes(string question) => MakeTheSameRegister(false, question);

    [PostgresTheory]
    [InlineData(PostgresColumns)]
    [InlineData(PostgresIndexes)]
    [InlineData(PostgresKeys)]
    public Task Migrations_make_on_PostgreSQL_what_the_model_makes(string question) => MakeTheSame(true, question);

    [PostgresTheory]
    [InlineData(PostgresColumns)]
    [InlineData(PostgresIndexes)]
    [InlineData(PostgresKeys)]
    public Task Migrations_make_on_PostgreSQL_the_register_that_the_model_makes(string question) => MakeTheSameRegister(true, question);

    [Fact]
    public async Task A_lock_that_a_killed_migration_has_left_does_not_hold_up_the_next_start()
    {
        await using var store = await Store.Migrated(onPostgres: false);
        await store.Lines("DELETE FROM \"__EFMigrationsHistory\" WHERE 0 RETURNING ''");    // the table is there
        await store.Lines("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01') RETURNING ''");

        await store.In(async db =>
        {
            await Bot.Storage.Databases.Migrate(db, default);    // nothing is pending: the lock is not asked for
            return true;
        });
        await store.Lines("DELETE FROM \"__EFMigrationsHistory\" RETURNING ''");
        foreach (var table in await store.Lines(SqliteTables))
            await store.Lines($"DROP TABLE \"{table}\"");
        await store.In(async db =>
        {
            await Bot.Storage.Databases.Migrate(db, default);    // everything is pending: the abandoned lock is taken away
            return true;
        });

        Assert.NotEmpty(await store.Lines(SqliteColumns));
    }

    private static async Task MakeTheSameRegister(bool onPostgres, string question)
    {
        await using var migrated = await Store.Migrated(onPostgres, ofRegister: true);
        await using var created = await Store.Empty(onPostgres, ofRegister: true);

        var expected = await created.LinesOfRegister(question);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await migrated.LinesOfRegister(question)).Order(StringComparer.Ordinal));
    }

    private static async Task MakeTheSame(bool onPostgres, string question)
    {
        await using var migrated = await Store.Migrated(onPostgres);
        await using var created = await Store.Empty(onPostgres);

        var expected = await created.Lines(question);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await migrated.Lines(question)).Order(StringComparer.Ordinal));
    }
}
