using AmiDashboard.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmiDashboard.Storage;

/// <summary>
/// What every row passes on its way into the database. Of an operation, whichever it is, text is made plain and a day that
/// nobody means is stopped; a restored backup is what it was.
/// </summary>
internal static class LastDoor
{
    /// <exception cref="UnmeantDayException">An operation would keep a day outside <see cref="ProgrammeDays"/>.</exception>
    public static void Pass(IEnumerable<EntityEntry> entries, bool isOfOperation)
    {
        foreach (var entry in entries.Where(one => one.State is EntityState.Added or EntityState.Modified))
        {
            if (isOfOperation)
            {
                Look(entry);
            }

            if (
                entry.State == EntityState.Modified
                && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } token
            )
            {
                var version = entry.Property(token);
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }

    private static void Look(EntityEntry entry)
    {
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (property.ClrType == typeof(string))
            {
                KeepPlain(entry, property);
            }
            else if (IsUnmeant(entry, property))
            {
                throw new UnmeantDayException();
            }
        }
    }

    private static bool IsUnmeant(EntityEntry entry, IProperty property) =>
        (property.ClrType == typeof(DateOnly) || property.ClrType == typeof(DateOnly?))
        && entry.CurrentValues[property] is DateOnly day
        && !ProgrammeDays.Holds(day)
        && (entry.State == EntityState.Added || entry.Property(property).IsModified);

    /// <summary>PostgreSQL keeps no NUL, and half a pair of surrogates cannot be sent.</summary>
    private static void KeepPlain(EntityEntry entry, IProperty property)
    {
        var text = (string?)entry.CurrentValues[property];
        var plain = PlainText.Of(text);
        if (!ReferenceEquals(text, plain))
        {
            entry.CurrentValues[property] = plain;
        }
    }
}

/// <summary>A day would be kept that nobody means; the operation is refused for it.</summary>
public sealed class UnmeantDayException() : Exception("Nobody means that day.");
