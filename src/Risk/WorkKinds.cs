namespace Risk;

/// <summary>What is built or repaired, as far as a text says so.</summary>
[Flags]
internal enum WorkKinds : ushort
{
    None = 0,
    Roof = 1,
    Facade = 2,
    Windows = 4,
    Floors = 8,
    Heating = 16,
    Water = 32,
    Electricity = 64,
    Road = 128,
    Yard = 256,
    Ventilation = 512,
    FireSafety = 1024,
    Sports = 2048,

    /// <summary>A repair of which nothing closer is said.</summary>
    Repair = 4096,

    /// <summary>Nobody builds here: somebody watches those who do.</summary>
    Supervision = 8192,
}
