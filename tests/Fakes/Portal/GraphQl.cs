using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fakes.Portal;

/// <summary>POST /v3/graphql: reads the question, checks it against the schema, answers it.</summary>
internal sealed class GraphQl(PortalStore store, Func<string> now)
{
    private readonly Answering answering = new(store, now);

    public (Asked, PortalAnswer) Answer(string body, Trouble? trouble)
    {
        var asked = new Asked("graphql", null);
        try
        {
            if (JsonNode.Parse(body) is not JsonObject request || request["query"]?.GetValueKind() != JsonValueKind.String)
                return (asked, PortalAnswer.Refusal(400));
            var question = Question.Read(request["query"]!.GetValue<string>());
            Validation.Check(question);
            var variables = Values.Of(question, request["variables"] as JsonObject);
            asked = Short(question, variables);
            return (asked, trouble is { IsInsteadOfAnswer: true }
                ? PortalAnswer.InsteadOf(trouble) : new PortalAnswer(200, answering.Answer(question, variables, trouble)));
        }
        catch (QuestionFault fault)
        {
            return (asked, PortalAnswer.Errors(fault.Message));
        }
        catch (JsonException)
        {
            return (asked, PortalAnswer.Refusal(400));
        }
    }

    private static Asked Short(Question question, Dictionary<string, JsonNode?> variables)
    {
        var root = question.Selection[0];
        var after = root.Arguments.TryGetValue("after", out var argument) ? Values.Resolved(argument, variables)?.ToString() : null;
        var filter = root.Arguments.TryGetValue("filter", out argument) ? Values.Resolved(argument, variables)?.ToJsonString() : null;
        return new Asked(filter is null ? root.Name : $"{root.Name} {filter}", after);
    }
}
