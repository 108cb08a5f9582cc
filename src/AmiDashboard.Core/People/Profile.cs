namespace AmiDashboard.Core.People;

/// <summary>What a person is in the programme. Stored and claimed by these names: never rename one.</summary>
public enum Profile
{
    Administrator,
    Dinsic,
    Ditp,
    Sgpi,
    Cdc,
    Leadership,
    Reviewer,
    Ministry,
}
