using Bot.Conversation;

namespace Bot.Signs;

/// <summary>A command of people that coordinators may give in their group, too.</summary>
internal sealed class ForDesk(ICommand command) : ICommand
{
    public string Name => command.Name;
    public bool ForCoordinators => true;

    public ValueTask<Next> Run(Turn turn, string argument, CancellationToken cancellationToken) => command.Run(turn, argument, cancellationToken);
}
