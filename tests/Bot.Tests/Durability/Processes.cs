using Xunit;

namespace Bot.Tests.Durability;

/// <summary>Tests that start the program as a process: one after another and beside nothing else, for they need the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Processes
{
    public const string Name = "the real program";
}
