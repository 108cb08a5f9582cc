using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

internal static class Sessions
{
    /// <summary>Raises the person's stamp, whatever else is written of them meanwhile: it is never refused for another's haste.</summary>
    public static async Task<Outcome<int>> CloseAsync(Writing writing, int personId, CancellationToken cancellation)
    {
        var raised = await writing
            .Context.People.Where(person => person.Id == personId)
            .ExecuteUpdateAsync(
                row => row.SetProperty(person => person.SessionStamp, person => person.SessionStamp + 1),
                cancellation
            );
        if (raised == 0)
        {
            return Refusal.NotFound;
        }

        writing.Touch(Subject.Person, personId);
        return personId;
    }
}
