using AmiDashboard.Applications;
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(FigureBenchmarks).Assembly).Run(args);
