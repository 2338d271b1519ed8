namespace Risk.Ocds;

/// <summary>A settings file that cannot be used; the message says in one line where and why.</summary>
public sealed class OcdsSettingException : Exception
{
    public OcdsSettingException()
    {
    }

    public OcdsSettingException(string message)
        : base(message)
    {
    }

    public OcdsSettingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
