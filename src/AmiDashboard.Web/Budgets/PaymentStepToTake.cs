using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Web.Budgets;

/// <summary>What is to be done next with a payment, in the order in which it is done.</summary>
public enum PaymentStepToTake
{
    /// <summary>Documents are missing.</summary>
    Wait,

    /// <summary>Every document is there; CDC has to say so.</summary>
    Complete,
    Prepare,
    Validate,
    Pay,
}

internal static class PaymentSteps
{
    public static PaymentStepToTake Next(PaymentRow row) =>
        row.Payment.State switch
        {
            PaymentState.Requested => row.Missing.Count > 0 ? PaymentStepToTake.Wait : PaymentStepToTake.Complete,
            PaymentState.DocumentsComplete => PaymentStepToTake.Prepare,
            PaymentState.Prepared => PaymentStepToTake.Validate,
            PaymentState.Validated => PaymentStepToTake.Pay,
            var state => throw new ArgumentOutOfRangeException(nameof(row), state, "A payment that is no longer open."),
        };
}
