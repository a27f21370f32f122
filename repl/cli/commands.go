package cli

// commands is the table of the verbs.
func commands() []command {
	return []command{
		{"shell", "[FILE...]", "the shell; FILEs are loaded first", defineShell},
		{"learn", "[LESSON]", "be led through a lesson, or list them\n\ngex learn genevent:add begins at that step.", defineLearn},
		{"replay", "FILE", "play a transcript as if somebody typed it", defineReplay},
		{"test", "PATH...", "check transcripts: files, directories, lessons", defineTest},
		{"trace", "FILE", "run a transcript and draw what its steps sent", defineTrace},
		{"export", "FILE", "write a transcript as a page, a notebook, a script", defineExport},
		{"lint", "PATH...", "look whether transcripts are fit to learn from; -fix tidies them", defineLint},
		{"version", "", "print the version", defineVersion},
		{"help", "[TOPIC]", "explain a command or a topic", defineHelp},
	}
}
