namespace Matching;

/// <summary>Parts of the matcher that can be left out, to measure what each brings. A service uses <see cref="All"/>.</summary>
[Flags]
public enum Parts
{
    None = 0,

    /// <summary>The tables of everyday words.</summary>
    Lexicon = 1,

    /// <summary>Other names of places.</summary>
    Places = 2,

    /// <summary>The bridge mined from names in both languages.</summary>
    Bridge = 4,

    /// <summary>Spellings one letter away, and beginnings, of words that nothing explains.</summary>
    Near = 8,

    /// <summary>Sums, prices and counts.</summary>
    Sums = 16,

    /// <summary>Numbers of schools and clinics.</summary>
    OrganisationNumbers = 32,

    /// <summary>Pieces of lot numbers.</summary>
    Pieces = 64,

    /// <summary>Years.</summary>
    Years = 128,

    /// <summary>Endings that are right only if a word is Kazakh.</summary>
    KazakhEndings = 256,
    All = Lexicon | Places | Bridge | Near | Sums | OrganisationNumbers | Pieces | Years | KazakhEndings,
}
