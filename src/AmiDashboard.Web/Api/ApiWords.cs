using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Api;

/// <summary>What resources, columns and parameters are, in words: for the OpenAPI document and the page alike.</summary>
internal sealed class ApiWords(IStringLocalizer<ApiTexts> texts)
{
    public string this[string key, params object[] arguments] => texts[key, arguments];

    public string TitleOf(ApiResource resource) => texts[$"Resource_{resource.Name}"];

    public string TextOf(ApiResource resource) => texts[$"Resource_{resource.Name}_Text"];

    public string TextOf(ApiColumn column) => texts[$"Column_{column.Text}", column.Of ?? ""];

    public string TextOf(ApiParameter parameter) =>
        texts[$"Parameter_{parameter.Text}", ApiQuestion.UsualRows, ApiQuestion.MostRows];

    public string TypeOf(ApiType type) => texts[$"Type_{type}"];
}
