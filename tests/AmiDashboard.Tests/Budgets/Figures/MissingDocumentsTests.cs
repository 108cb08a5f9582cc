using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class MissingDocumentsTests
{
    private static readonly ProjectBudget Signed = Project().Signed(200, Day(1, 10)).Planned(1, 200, Day(9, 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    public void A_payment_ages_from_its_request(int days, int expected)
    {
        var figure = MissingDocuments.Of(Facts(Signed.Requested(1, 50, At(6, 30).AddDays(-days))), Scope());

        Assert.Equal(4, figure.Classes.Length);
        var only = Assert.Single(figure.Classes[expected].Payments);
        Assert.Equal(days, only.Days);
        Assert.Equal([1], figure.Classes[expected].Projects.Numbers);
        Assert.Equal(Thousand(50), figure.Classes[expected].Amount);
    }

    [Fact]
    public void Only_the_kinds_that_lack_are_named()
    {
        var withdrawn = new DatedDocument(DocumentKind.ServiceDone, At(6, 2), At(6, 20));
        var given = new DatedDocument(DocumentKind.SpendingStatement, At(6, 2), null);
        var facts = Facts(Signed.Requested(1, 50, At(6, 1), documents: [given, withdrawn]));

        Assert.Empty(MissingDocuments.Of(facts, Scope(At(6, 10))).Payments);
        var lacking = Assert.Single(MissingDocuments.Of(facts, Scope(At(6, 25))).Payments);
        Assert.Equal([DocumentKind.ServiceDone], lacking.Missing);
        Assert.Equal(1, MissingDocuments.Of(facts, Scope(At(6, 25))).Classes[1].Lacking(DocumentKind.ServiceDone));
    }

    [Fact]
    public void A_payment_that_went_on_waits_for_nothing()
    {
        var facts = Facts(Signed.Requested(1, 50, At(5, 1), completeAt: At(6, 1), due: Day(7, 1)));

        Assert.Single(MissingDocuments.Of(facts, Scope(At(5, 30))).Payments);
        Assert.Empty(MissingDocuments.Of(facts, Scope(At(6, 2))).Payments);
    }
}
