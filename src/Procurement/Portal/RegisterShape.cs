namespace Procurement.Portal;

/// <summary>Makes organisations, places and rows of reference tables: the portal's Subject, RefKato and other Ref… objects.</summary>
internal static class RegisterShape
{
    private const int LegalEntity = 1;    // Subject.typeSupplier: 1 legal entity, 2 private person, 3 sole proprietor

    /// <summary>An organisation; of a private person nothing is kept.</summary>
    public static object? Organisation(JsonFields subject)
    {
        var number = subject.Text("bin");
        if (subject.Code("typeSupplier") is > LegalEntity || Bin.IsForPerson(number) || (number is null && subject.Has("iin")))
            return NotKept.Instance;
        if (number is null)
            return subject.Refuse<Organisation>("bin", "is missing");
        if (!Bin.TryParse(number, out _))
            return subject.Refuse<Organisation>("bin", "is not a business number of 12 digits with a right check digit");

        var full = subject.Both("fullNameRu", "fullNameKz");
        return new Organisation
        {
            Bin = number,
            PortalId = subject.Id("pid"),
            Name = new(subject.Text("nameRu") ?? full.Ru, subject.Text("nameKz") ?? full.Kz),
            Places = PlaceCodes.Of(subject.Texts("katoList")),
            Registered = subject.Moment("regdate"),
            ParentBin = Supplier.NumberOf(subject, "parentSubject"),
            IsBuyer = subject.Has("customer") ? subject.IsSet("customer") : null,
            IsSupplier = subject.Has("supplier") ? subject.IsSet("supplier") : null,
            Oked = subject.FirstCode("okedList"),
            Size = subject.Code("krpCode"),
            Traits = TraitsOf.Organisation(subject),
            IsMonopoly = subject.IsSet("markStateMonopoly") || subject.IsSet("markNaturalMonopoly"),
        };
    }

    public static Place? Place(JsonFields row)
    {
        var code = row.Text("code");
        if (!PlaceCodes.Is(code))
            return row.Refuse<Place>("code", code is null ? "is missing" : "is not a KATO code of nine digits");
        if (row.Code("level") is not { } level)
            return row.Refuse<Place>("level", "is missing");
        var parent = PlaceCodes.Is(row.Text("parentCode")) ? row.Text("parentCode") : null;
        return new() { Code = code!, Name = row.Both("nameRu", "nameKz"), Level = level, ParentCode = parent };
    }

    public static Reference? Reference(JsonFields row, string table, long id)
    {
        var name = row.Both("nameRu", "nameKz");
        if (name.IsEmpty)
            return row.Refuse<Reference>("nameRu", "is missing");
        return new() { Table = table, Id = id, Name = name, Code = row.Text("symbolCode") ?? row.Text("code") };
    }
}
