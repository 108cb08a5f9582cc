using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace AmiDashboard.Engines;

/// <summary>The engines that every test of the store runs on.</summary>
public enum TestEngine
{
    Sqlite,
    PostgreSql,
}

/// <summary>Gives a theory each engine in turn: <c>[Theory, OnBothEngines] … (TestEngine engine)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothEnginesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([.. Enum.GetValues<TestEngine>().Select(engine => new TheoryDataRow(engine))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
