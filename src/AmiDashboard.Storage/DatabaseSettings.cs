namespace AmiDashboard.Storage;

/// <summary>Which engine keeps the facts. Stored in settings by these names.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <param name="ConnectionString">In the provider's own words (Microsoft.Data.Sqlite or Npgsql).</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString);
