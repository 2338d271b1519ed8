namespace Risk;

/// <summary>What ties two suppliers to each other, the weakest first.</summary>
internal enum FirmLink { None, TwoRareTraits, SameAccount, SameHead, SameHouse, SameFirm }
