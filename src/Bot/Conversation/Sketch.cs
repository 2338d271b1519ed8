namespace Bot.Conversation;

/// <summary>A small picture beside a message: the same told again for who sees better than reads. The words alone must suffice.</summary>
/// <param name="Words">All that the picture says, for who does not see it.</param>
/// <param name="Draw">Makes the picture as SVG; it is given the means to say a phrase in the reader's language.</param>
public sealed record Sketch(Phrase Words, Func<Func<Phrase, string>, string> Draw);

/// <summary>A picture as it travels: SVG and its words. A channel that cannot show it leaves it out.</summary>
public sealed record Picture(string Svg, string Words);
