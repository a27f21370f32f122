package lib

import (
	"slices"
	"sync"
)

// Modules returns the tables of all modules, which are not to be changed. A
// table is what a function returns: as variables all of them would be one
// function of a hundred thousand instructions, which takes long to compile.
func Modules() []Module { return modules() }

var modules = sync.OnceValue(func() []Module {
	return slices.Concat(dataModules(), structTables(), protocolModules(), implementationModules(), []Module{
		extended(kernelModule(), slices.Concat(dateSigils(), binarySlices())...), extended(enumModule(), oldEnumFunctions...), extended(streamModuleTable(), oldStreamFunctions()...), listModule(), mapModule(), mapSetModuleTable(), keywordModule(),
		extended(stringModule(), oldStringFunctions()...), extended(integerModule(), oldIntegerFunctions...), extended(floatModule(), oldFloatFunctions...),
		extended(atomModule(), oldAtomFunctions...), tupleModule(), extended(rangeModuleTable(), oldRangeFunctions...), accessModule(),
		extended(hashDictModuleTable(), oldHashDictFunctions()...), regexModuleTable(), processModule(), extended(ioModule(), ioReads()...),
		extended(extended(erlangModule(), erlangHalts()...), slices.Concat(erlangMore(), erlangSpawns(), externalFormat(), erlangParts(), erlangNode(), erlangRest())...), initModule(), loggerModule(), erlangLogger(), loggerFilters(), errorLogger(), netKernel(), genModule(), extended(extended(listsModule(), listsMore()...), listsRest()...), extended(extended(mapsModule(), mapsMore()...), mapsIterators()...), timerModule(),
		genEventTable(), extended(erlangGenEventTable(), genEventRequests()...), extended(genServerTable(), genServerNodes()...), extended(erlangGenServerTable(), genServerRequests()...), extended(globalTable(), globalLocks()...),
		extended(agentTable(), specFunction("Elixir.Agent")), sysTable(), procLibTable(),
		applicationTable(), extended(elixirApplicationTable(), slices.Concat(applicationEnvironment(), compileEnvironment())...), extended(extended(systemTable(), systemEnvironment()...), oldSystemFunctions...), nodeTable(), extended(codeTable(), codePaths()...),
		exceptionTable(), helpersTable(), moduleTable(), functionTable(), bitwiseTable(), baseTable(), extended(binaryTable(), binaryMore()...), unicodeTable(),
		supervisorTable(), supervisorSpecTable(), configTable(), mixTable(), erlangSupervisorTable(), dynamicSupervisorTable(), extended(taskTable(), oldTaskFunctions...), taskSupervisorTable(), extended(etsTable(), slices.Concat(etsMore(), etsView(), etsFills())...), registryTable(), partitionSupervisorTable(),
		macroTable(), kernelUtilsTable(), protocolTable(), recordTable(), extended(dictTable, oldDictFunctions...), setTable, hashSetTable(),
		algebraModule(), inspectOptsModule(), pathModule(), extended(proplistsTable(), proplistsMore()...), extended(extended(queueTable(), queueMore()...), queueRest()...), mathTable(), randTable(), digraphTable(), erlangIOTable(), ioLibTable(), setsTable(), erlangDictTable(), arrayTable(), gbTreesTable(), gbSetsTable(),
		erpcTable(), rpcTable(), pgTable(),
	})
})

// dataModules are the tables of modules that only compute.
func dataModules() []Module {
	return []Module{
		fileTable(), stringIOTable(), cryptoTable(), zlibTable(), erlangBase64Table(), extended(erlangStringTable(), slices.Concat(erlangStringMore(), erlangStringOld())...), reTable(), filenameTable(), extended(erlangCalendarTable(), erlangCalendarMore()...), osTable(), erlangCodeTable(), erlangShellTable(), randomTable(), extended(ordsetsTable(), ordsetsMore()...), ansiTable(), uriTable(),
		dateTable(), dateRangeTable(), timeTable(), naiveTable(), zonedTable(), calendarTable(), isoTable(), orddictTable(),
		versionTable(), requirementTable(), optionParserTable(), configReaderTable(), loggerFormatterTable(), codeIdentifierTable(),
	}
}
