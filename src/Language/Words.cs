namespace Language;

/// <summary>Splits a text into runs of letters and digits, without the marks that nobody sees.</summary>
internal static class Words
{
    private const int Known = 0x530;

    private static readonly bool[] IsKnownLetter = [.. Enumerable.Range(0, Known).Select(code => IsLetter((char)code))];

    /// <summary>
    /// Runs of letters and digits of a clean text (<see cref="CleanText"/>), in order. A run of three letters or more after digits is a word
    /// of its own ("12школа").
    /// </summary>
    public static Runs In(ReadOnlySpan<char> clean) => new(clean);

    private static bool IsWordLetter(char letter) => letter < Known && IsKnownLetter[letter];

    private static bool IsLetter(char letter) =>
        char.IsAsciiDigit(letter) || LatinLetters.IsCyrillic(letter) && char.IsLetter(letter) || LatinLetters.IsLatin(letter);

    /// <summary>The words of a text one after another, without making anything.</summary>
    public ref struct Runs(ReadOnlySpan<char> clean)
    {
        private readonly ReadOnlySpan<char> text = clean;
        private int next;

        /// <summary>Where the current word begins.</summary>
        public int Start { get; private set; }

        /// <summary>The current word.</summary>
        public readonly ReadOnlySpan<char> Current => text[Start..next];

        public readonly Runs GetEnumerator() => this;

        public bool MoveNext()
        {
            var at = next;
            while (at < text.Length && !IsWordLetter(text[at]))
                at++;
            Start = at;
            while (at < text.Length && IsWordLetter(text[at]) && !(at > Start && IsGluedWord(at)))
                at++;
            next = at;
            return at > Start;
        }

        private readonly bool IsGluedWord(int at) => char.IsAsciiDigit(text[at - 1]) && at + 2 < text.Length
            && char.IsLetter(text[at]) && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]);
    }
}
