using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fakes.Twilio;

/// <summary>What WhatsApp allows in contents: how many buttons and rows, how long each text, and what no template may look like.</summary>
internal static partial class ContentRules
{
    public const int LongestBody = 1600, LongestBodyWithChoices = 1024;
    private const int ButtonsInSession = 3, ButtonsInTemplate = 10, Rows = 10;
    private const int ButtonTitle = 20, RowTitle = 24, RowDescription = 72, ChoiceId = 200;

    /// <summary>The kinds that this fake shows, from the plainest to the richest.</summary>
    public static readonly string[] Kinds =
        ["twilio/text", "twilio/location", "twilio/list-picker", "twilio/call-to-action", "twilio/quick-reply"];

    /// <summary>Kinds that may never open a conversation.</summary>
    public static bool IsForSessionsOnly(string kind) => kind is "twilio/list-picker" or "twilio/location";

    /// <summary>What is wrong with the types of a new content, or null.</summary>
    public static string? FaultOfTypes(JsonObject types)
    {
        if (types.Count == 0)
            return "types must hold at least one content type";
        foreach (var (kind, shape) in types)
        {
            if (!Kinds.Contains(kind))
                return $"unknown content type {kind}";
            if (shape is not JsonObject given || (given["body"] is null && kind != "twilio/location"))
                return $"{kind} needs a body";
            if (kind == "twilio/quick-reply" && given["actions"]?.AsArray().Count is not (>= 1 and <= ButtonsInTemplate))
                return $"{kind} holds 1 to {ButtonsInTemplate} actions";
            if (kind == "twilio/list-picker" && (given["items"]?.AsArray().Count is not (>= 1 and <= Rows) || given["button"] is null))
                return $"{kind} holds a button and 1 to {Rows} items";
        }

        return null;
    }

    /// <summary>What is too long or too many in a message as it would be shown, or null.</summary>
    public static string? FaultOf(Rendered shown, bool asTemplate)
    {
        var hasChoices = shown.Buttons.Count + shown.Rows.Count > 0;
        if (shown.Body.Length > (hasChoices ? LongestBodyWithChoices : LongestBody))
            return "body";
        if (shown.Content.Kind == "twilio/quick-reply" && shown.Buttons.Count > (asTemplate ? ButtonsInTemplate : ButtonsInSession))
            return "number of buttons";
        if (shown.Buttons.FirstOrDefault(button => button.Title.Length is 0 or > ButtonTitle || button.Id.Length > ChoiceId) is not null)
            return "a button";
        if (shown.Rows.FirstOrDefault(row => row.Title.Length is 0 or > RowTitle || row.Id.Length is 0 or > ChoiceId
            || row.Description?.Length > RowDescription) is not null)
            return "a row";
        var choices = shown.Buttons.Concat(shown.Rows).ToList();
        return choices.Select(choice => choice.Title).Distinct().Count() < choices.Count ? "two choices of one name" : null;
    }

    /// <summary>Why WhatsApp would reject a template at sight, or null.</summary>
    public static string? ReasonToReject(Content content)
    {
        var body = content.Types[content.Kind]!["body"]?.GetValue<string>() ?? "";
        if (IsForSessionsOnly(content.Kind))
            return "This content type is for sessions only";
        if (Edge().IsMatch(body))
            return "Variables can't be at the start or end of the template";
        if (Adjacent().IsMatch(body))
            return "Variables can't be next to each other";
        return content.InAll().Except(content.Variables.Select(pair => pair.Key)).Any() ? "Variables need sample values" : null;
    }

    [GeneratedRegex(@"^\s*\{\{|\}\}\s*$")]
    private static partial Regex Edge();

    [GeneratedRegex(@"\}\}\s*\{\{")]
    private static partial Regex Adjacent();
}
