namespace Risk;

/// <summary>What a record keeps for itself because it was worked out once: it adds nothing, so records are equal whatever they keep.</summary>
internal struct Aside<T> : IEquatable<Aside<T>>
    where T : class
{
    public T? Kept { get; set; }

    public readonly bool Equals(Aside<T> other) => true;

    public override readonly bool Equals(object? obj) => obj is Aside<T>;

    public override readonly int GetHashCode() => 0;
}
