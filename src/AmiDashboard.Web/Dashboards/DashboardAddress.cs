namespace AmiDashboard.Web.Dashboards;

/// <summary>What the address of a dashboard says beside its filter; what is not understood is left out.</summary>
internal static class DashboardAddress
{
    /// <summary>The figure that explains itself.</summary>
    public const string Figure = "chiffre";

    /// <summary>The alert whose projects are shown.</summary>
    public const string Alert = "alerte";

    /// <summary>The Paris day that is compared with.</summary>
    public const string Compared = "compare";
}
