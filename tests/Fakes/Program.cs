using Fakes;

return await Commands.Run(args);
