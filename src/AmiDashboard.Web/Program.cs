using AmiDashboard.Web.Commands;

return await CommandLine.RunAsync(args);
