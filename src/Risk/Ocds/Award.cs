namespace Risk.Ocds;

/// <summary>Statuses of an award that make a difference.</summary>
internal enum AwardStatus
{
    /// <summary>There is no text in this field.</summary>
    None,

    /// <summary>"pending", or anything else that is not below: it may still change.</summary>
    Open,
    Active,

    /// <summary>"cancelled" or "unsuccessful".</summary>
    Over,
}

/// <summary>An award, as far as the indicators need it.</summary>
internal struct Award
{
    public Award()
    {
    }

    public AwardStatus Status;
    public Run Suppliers = Run.None;

    /// <summary>Place of its first classification in <see cref="Release.Classifications"/>.</summary>
    public int FirstClassification;

    /// <summary>How many of its items have a classification with an id.</summary>
    public int Classifications;
}
