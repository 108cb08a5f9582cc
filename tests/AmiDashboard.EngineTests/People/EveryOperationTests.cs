using System.Reflection;
using System.Runtime.CompilerServices;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;

namespace AmiDashboard.People;

/// <summary>Every operation that exists, asked for by every profile that must not: refused before its request is looked at.</summary>
public sealed class EveryOperationTests
{
    [Theory, OnBothEngines]
    public async Task An_operation_is_refused_to_who_lacks_its_right(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var asked = 0;
        foreach (var operation in Operations)
        {
            var right = (Right)
                operation.GetProperty("Right", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            foreach (
                var profile in Enum.GetValues<Profile>().Where(profile => !ProfileRights.Of(profile).Contains(right))
            )
            {
                Assert.Equal(Refusal.NoRight, await AskAsync(store, operation, SampleDossiers.Person(profile)));
                asked++;
            }

            if (right != Right.None)
            {
                Assert.Equal(Refusal.NoRight, await AskAsync(store, operation, new Viewer(1, "Personne", [])));
            }
        }

        Assert.True(asked > 100);
    }

    private static IEnumerable<Type> Operations =>
        StorageServices.ReadsAndOperations.Where(type =>
            Array.Exists(
                type.GetInterfaces(),
                one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>)
            )
        );

    /// <summary>A request that nobody filled in: it must not come to that.</summary>
    private static object Empty(Type operation) =>
        RuntimeHelpers.GetUninitializedObject(
            operation
                .GetInterfaces()
                .Single(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>))
                .GetGenericArguments()[0]
        );

    private static async Task<Refusal?> AskAsync(TestStore store, Type operation, Viewer viewer)
    {
        var get = typeof(TestStore).GetMethod(nameof(TestStore.Get))!.MakeGenericMethod(operation);
        var task = (Task)
            operation
                .GetMethod("RunAsync")!
                .Invoke(get.Invoke(store, null), [viewer, Empty(operation), CancellationToken.None])!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (Refusal?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome);
    }
}
