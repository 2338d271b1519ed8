using System.Text.Json.Serialization;
using Bot.Conversation;

namespace Bot.Channels.Telegram;

/// <summary>The buttons under a message, as Telegram wants them.</summary>
internal sealed record Keyboard([property: JsonPropertyName("inline_keyboard")] IReadOnlyList<IReadOnlyList<Keyboard.Key>> Rows)
{
    private const int KeysInRow = 3, LettersInRow = 24;

    public sealed record Key(string Text, string CallbackData, string? Style);

    /// <summary>Short buttons stand side by side, a long one has a row of its own. Null when there are none.</summary>
    public static Keyboard? Of(IReadOnlyList<Button> buttons)
    {
        List<List<Key>> rows = [];
        var letters = 0;
        foreach (var button in buttons)
        {
            letters += button.Label.Length;
            if (rows.Count == 0 || rows[^1].Count == KeysInRow || letters > LettersInRow)
            {
                rows.Add([]);
                letters = button.Label.Length;
            }

            rows[^1].Add(new Key(button.Label, button.Token, StyleOf(button.Style)));
        }

        return rows.Count == 0 ? null : new Keyboard(rows);
    }

    private static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Main => "primary",
        ButtonStyle.Danger => "danger",
        _ => null,
    };
}
