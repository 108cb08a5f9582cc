using AmiDashboard.Core.People;

namespace AmiDashboard.People;

/// <summary>E-mails as people paste them.</summary>
public sealed class EmailListTests
{
    [Fact]
    public void A_list_is_read_as_mail_programs_and_spreadsheets_write_it()
    {
        var list = EmailList.Of(
            """
            Jeanne Martin <Jeanne.Martin@Example.fr>; "Paul, l’autre" <paul@example.fr>,

            Direction\tElsa Roy\telsa@example.fr\tParis
            (sophie@sub.example.fr)
            paul@example.fr
            """.Replace("\\t", "\t")
        );
        Assert.Equal(
            ["jeanne.martin@example.fr", "paul@example.fr", "elsa@example.fr", "sophie@sub.example.fr"],
            list.Emails
        );
        Assert.Empty(list.Unread);
    }

    [Fact]
    public void What_is_no_e_mail_is_told_as_it_was_written()
    {
        var list = EmailList.Of(
            "Nom;Adresse\na@b.fr\nsans-domaine@\n@example.fr\ndeux@a.fr@b.fr\nx@local\na@b.fr c@d.fr"
        );
        Assert.Equal(["a@b.fr"], list.Emails);
        Assert.Equal(
            ["Nom;Adresse", "sans-domaine@", "@example.fr", "deux@a.fr@b.fr", "x@local", "a@b.fr c@d.fr"],
            list.Unread
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ; , ")]
    public void Nothing_is_an_empty_list(string? text)
    {
        var list = EmailList.Of(text);
        Assert.Empty(list.Emails);
        Assert.Empty(list.Unread);
    }

    [Fact]
    public void One_that_is_longer_than_an_e_mail_can_be_is_none() =>
        Assert.Null(EmailList.Kept(new string('a', EmailList.LongestEmail) + "@example.fr"));
}
