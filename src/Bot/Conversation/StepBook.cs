namespace Bot.Conversation;

/// <summary>Every step and command the bot knows, by class name and by word. Names of steps are stored: rename one, add an alias.</summary>
public sealed class StepBook(FirstSteps first, IEnumerable<IStep> steps, IEnumerable<ICommand> commands)
{
    private readonly Dictionary<string, IStep> byName = steps.ToDictionary(step => step.GetType().Name);
    private readonly List<ICommand> commands = [.. commands];

    public IStep Named(string name, bool coordinator) =>
        byName.GetValueOrDefault(name) ?? byName[First(coordinator).Name];

    public Type First(bool coordinator) => coordinator ? first.OfCoordinators : first.OfPeople;

    public ICommand? Command(string name, bool coordinator) =>
        commands.FirstOrDefault(command => command.Name == name && command.ForCoordinators == coordinator);

    public IEnumerable<ICommand> Commands(bool coordinator) => commands.Where(command => command.ForCoordinators == coordinator);
}

/// <summary>Where conversations begin.</summary>
public sealed record FirstSteps(Type OfPeople, Type OfCoordinators);
