using System.Reflection;
using System.Runtime.CompilerServices;
using Risk;
using Xunit;

namespace Library.Tests.Risk;

/// <summary>Whatever a public method needs is asked for by its name: a mistake of the caller is not taken for an answer.</summary>
public class RefusalOfNothingTests
{
    /// <summary>Records write and compare themselves; these take what is missing.</summary>
    private static readonly string[] OfRecords = ["Equals", "PrintMembers", "GetHashCode", "ToString", "Deconstruct", "op_Equality", "op_Inequality"];

    /// <summary>These hand it on at once, and what they call asks in its own words.</summary>
    private static readonly string[] HandedOn =
    [
        "SubmissionPeriod.In", "PopulationTables.Forget", "DumpingShares.KindOf", "DumpingShares.IsAtFloor", "OcdsAnswer.Write",
        "BaseRates.FromJson", "BidStatuses.With", "HomogeneousGroup.Of enstru", "Alerting.NewSince now",
    ];

    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string, string> Methods()
    {
        var all = new TheoryData<string, string>();
        foreach (var (method, parameter) in Needed())
            all.Add($"{method.DeclaringType!.FullName}.{method}", parameter.Name!);
        return all;
    }

    private static IEnumerable<(MethodInfo Method, ParameterInfo Parameter)> Needed() =>
        from type in typeof(RiskCheck).Assembly.GetExportedTypes()
        where type is { IsInterface: false, ContainsGenericParameters: false } && !typeof(Delegate).IsAssignableFrom(type)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method is { IsSpecialName: false, IsAbstract: false, ContainsGenericParameters: false } && !OfRecords.Contains(method.Name)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        from parameter in method.GetParameters()
        where parameter is { ParameterType: { IsValueType: false, IsByRef: false } } && Nullability.Create(parameter).WriteState == NullabilityState.NotNull
        let called = $"{type.Name}.{method.Name}"
        where !HandedOn.Contains(called) && !HandedOn.Contains($"{called} {parameter.Name}")
        select (method, parameter);

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_is_needed_is_asked_for_by_name(string method, string parameter)
    {
        var (found, needed) = Needed().Single(pair => $"{pair.Method.DeclaringType!.FullName}.{pair.Method}" == method && pair.Parameter.Name == parameter);
        var given = found.GetParameters().Select(one => one.Position == needed.Position ? null : Something(one.ParameterType)).ToArray();
        var owner = found.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(Concrete(found.DeclaringType!));

        var refusal = Assert.Throws<ArgumentNullException>(() => found.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, given, null));
        Assert.Equal(parameter, refusal.ParamName);
    }

    /// <summary>An indicator judges by what all indicators share.</summary>
    private static Type Concrete(Type type) => type.IsAbstract ? type.Assembly.GetTypes().First(one => !one.IsAbstract && one.IsSubclassOf(type)) : type;

    private static object? Something(Type type) =>
        type == typeof(string) ? ""
        : type == typeof(Stream) ? new MemoryStream()
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsInterface ? Empty(type)
        : RuntimeHelpers.GetUninitializedObject(Concrete(type));

    private static object? Empty(Type type)
    {
        var parts = type.GetGenericArguments();
        return parts.Length == 2 ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))
            : type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>) ? Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(parts))
            : Array.CreateInstance(parts[0], 0);
    }
}
