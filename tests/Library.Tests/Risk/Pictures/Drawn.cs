using System.Xml.Linq;

namespace Library.Tests.Risk.Pictures;

/// <summary>A picture read as its parts: every part a line of its name and attributes, its words behind.</summary>
internal sealed class Drawn(string svg)
{
    private readonly XElement root = XElement.Parse(svg);

    public string Title => Parts("title").Single().Value;
    public string View => root.Attribute("viewBox")!.Value;
    public string Role => root.Attribute("role")!.Value;
    public IReadOnlyList<string> Words => [.. Parts("text").Select(part => part.Value)];

    /// <summary>The parts of one form, as the values of the attributes in their order.</summary>
    public IReadOnlyList<string> Of(string form) =>
        [.. Parts(form).Select(part => string.Join(' ', part.Attributes().Select(value => value.Value).Append(part.Value)).TrimEnd())];

    private IEnumerable<XElement> Parts(string form) => root.Elements().Where(part => part.Name.LocalName == form);
}
