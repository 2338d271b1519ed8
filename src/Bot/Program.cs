using Bot;

return await CommandLine.Run(args);
