package lib

// Modules returns the tables of all modules.
func Modules() []Module {
	return []Module{
		kernelModule, enumModule, streamModuleTable, listModule, mapModule, mapSetModuleTable, keywordModule,
		stringModule, integerModule, floatModule, atomModule, tupleModule, rangeModuleTable, accessModule,
		hashDictModuleTable, regexModuleTable, processModule, ioModule,
		extended(erlangModule, erlangHalts...), initModule, loggerModule, erlangLogger, listsModule, mapsModule, timerModule,
		genEventTable, extended(erlangGenEventTable, genEventRequests...), genServerTable, erlangGenServerTable, agentTable, sysTable, extended(procLibTable, procLibMore...),
		applicationTable, elixirApplicationTable, systemTable, nodeTable, stringCharsTable, inspectTable, codeTable,
		exceptionTable, helpersTable, moduleTable, functionTable, bitwiseTable, baseTable, binaryTable,
		proplistsTable, queueTable, mathTable, randTable, erlangIOTable,
	}
}
