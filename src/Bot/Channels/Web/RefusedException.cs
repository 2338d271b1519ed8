namespace Bot.Channels.Web;

/// <summary>A request that we do not take, with the sentence that tells the person why.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException(int status, string phrase, params (string Blank, object Value)[] blanks) : base(phrase) =>
        (Status, Phrase, Blanks) = (status, phrase, blanks);

    public int Status { get; }
    public string Phrase { get; }
    public (string Blank, object Value)[] Blanks { get; }

    /// <summary>When it may be asked again, for refusals that pass.</summary>
    public TimeSpan? Again { get; init; }
}
