namespace Bot.Tests;

/// <summary>Small pictures as programs make them: 24 by 16 pixels, a slope of colour, drawn by Chromium, which puts its maker into a colour profile.</summary>
internal static class Pictures
{
    public static byte[] Jpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAA"
        + "ACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0"
        + "AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA"
        + "AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM"
        + "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ"
        + "c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
        + "pKT/wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAECA//EABUQAQEAAAAAAAAAAAAAAAAAAAEA/8QAFgEBAQEAAAAAAAAAAAAAAAAA"
        + "BAAD/8QAGBEBAQADAAAAAAAAAAAAAAAAAgABAyH/2gAMAwEAAhEDEQA/AMAqCQVBRNvtcwiYRIwYCfb/2Q==");

    public static byte[] Png => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAACbElEQVR4AXSTsWpWQRCFN7v3lRQkRRACCiooQlAQBSMYVOQvohBBQQsFLVJokUILCxsLG8FK"
        + "sLHwoXZ2/M7cvfe/IUlx+TKzZ86c3ST537nz/vfCpv/Z3PLfW9v+6+Jl/7l9zX9cuuHfr+z4t6u3/ev1e/755q4f7ez5x1uP/fDOyt/f3fd39w/89YOX/mrv"
        + "jR88euvPnn7w1erQn+x/8ofPj3z3xRfPlodkGyU1WIMl1ZyTZUhtZZhrU5869LCiaXx1A32RHlIbtfoiC2jqkOEWLKkxbAhDFBwIkWOphky6bhJLpCdME9Eb"
        + "rPjJIzeSmw45qAua6i4ykSGjN5m0WFIIs05eWSqNwSZf9Dk2SUwRQyKf8TWJEBs/a0icTKrCaC7IDdGMy3PcVL56AW5QuH5JKmIIoQ5lZmcktzAtadYfC9GX"
        + "Ea7ixQ0wVxIKLbEgohiaKLM8JluaMxf6eD6do1coPGpn3GBO0psm9qHx2iUFl+YyiRCFF8gsH80byY2zKex4AxpjE1EMQS1BXKMuPEdmSYElGPoewtDZpA+i"
        + "w7PxjTfozRD1odaH9Is/9c31PLF8DDPrMTU+mVfI/wGJupktuE7OOWa1P08MKwS1iRFumP8ZZdowDj2MBbWLbMETbx5LcjJokbyc+fYV44au4hcLWiRnQOzD"
        + "FYaIpKIFh9F0Sj4RQ5ktk4cev1igQ0NkbDQNdbNKrykJy9bJB37R3IRhU1+UDs768FHgnGJB43AU09RQN50T9aUmMtw6DWNTDePG0BQu/PCCsUCicbjwJzjw"
        + "DGIh6cScjGGZGEOmECK9BtfJSzKFY6ko3X8AAAD//+WSziYAAAAGSURBVAMATtmi8Rl6Vj4AAAAASUVORK5CYII=");

    /// <summary>The JPEG as a telephone that was held upright writes it: "turn me to the right", and where it was.</summary>
    public static byte[] Upright => With(Jpeg, 0xE1,
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
        0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
    ]);

    /// <summary>The JPEG with one more segment at its beginning.</summary>
    public static byte[] With(byte[] jpeg, byte marker, byte[] body) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
}
