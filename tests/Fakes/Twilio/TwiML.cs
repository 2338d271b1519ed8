using System.Xml;
using System.Xml.Linq;

namespace Fakes.Twilio;

/// <summary>What stands in the answer to a webhook.</summary>
internal static class TwiML
{
    /// <summary>"&lt;Response/&gt;": nothing to do.</summary>
    public static bool IsEmptyResponse(string text)
    {
        try
        {
            return XDocument.Parse(text).Root is { IsEmpty: true } or { HasElements: false, Name.LocalName: "Response" };
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
