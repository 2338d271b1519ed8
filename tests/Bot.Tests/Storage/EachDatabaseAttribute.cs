using System.Reflection;
using Xunit.Sdk;

namespace Bot.Tests.Storage;

/// <summary>Runs a theory on SQLite, and on PostgreSQL where there is a server: its one argument is "on PostgreSQL".</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Bot.Tests.Postgres.Server is null ? [[false]] : [[false], [true]];
}
