package syntax

// The long sentences of Elixir 1.14, to the letter.

const messageAliasCall = "unexpected ( after alias %s. Function names and identifiers in Elixir start with " +
	"lowercase characters or underscore. For example:\n\n" +
	"    hello_world()\n" +
	"    _starting_with_underscore()\n" +
	"    numb3rs_are_allowed()\n" +
	"    may_finish_with_question_mark?()\n" +
	"    may_finish_with_exclamation_mark!()\n\n" +
	"Unexpected token: "

const messageDo = ". In case you wanted to write a \"do\" expression, you must either use do-blocks or separate " +
	"the keyword argument with comma. For example, you should either write:\n\n" +
	"    if some_condition? do\n" +
	"      :this\n" +
	"    else\n" +
	"      :that\n" +
	"    end\n\n" +
	"or the equivalent construct:\n\n" +
	"    if(some_condition?, do: :this, else: :that)\n\n" +
	"where \"some_condition?\" is the first argument and the second argument is a keyword list.\n\n" +
	"You may see this error if you forget a trailing comma before the \"do\" in a \"do\" block"

const messageDoAfterFn = ". Anonymous functions are written as:\n\n    fn pattern -> expression end"

const messageNumber = "invalid character \"%s\" after number %s. If you intended to write a number, make sure to " +
	"separate the number from the character (using comma, space, etc). If you meant to write a function name or " +
	"a variable, note that identifiers in Elixir cannot start with numbers. Unexpected token: "

const messageHeredoc = "heredoc allows only zero or more whitespace characters followed by a new line after "

const messageQuotedCallParts = "interpolation is not allowed when calling function/macro. Found interpolation in " +
	"a call starting with: "

const messageHex = `invalid hex escape character, expected \xHH where H is a hexadecimal digit`

const messageUnicode = `invalid Unicode escape character, expected \uHHHH or \u{H*} where H is a hexadecimal digit`

const messageDelimiter = `"%c" (column %d, code point U+%s). The available delimiters are: //, ||, "", '', (), [], {}, <>`

const messageStep = `the range step operator (//) must immediately follow the range definition operator (..), ` +
	`for example: 1..9//2. If you wanted to define a default argument, use (\\) instead. Syntax error before: `

const messageStab = "unexpected operator ->. If you want to define multiple clauses, the first expression must use " +
	"->. Syntax error before: "

const messageBadAtom = "atom cannot be followed by an alias. If the '.' was meant to be part of the atom's name, " +
	"the atom name must be quoted. Syntax error before: "

const messageFn = "expected anonymous functions to be defined with -> inside: "

const messageParens = "unexpected parentheses. If you are making a function call, do not insert spaces between the " +
	"function name and the opening parentheses. Syntax error before: "

const messageKeywordCall = "unexpected expression after keyword list. Keyword lists must always come as the last " +
	"argument. Therefore, this is not allowed:\n\n" +
	"    function_call(1, some: :option, 2)\n\n" +
	"Instead, wrap the keyword in brackets:\n\n" +
	"    function_call(1, [some: :option], 2)\n\n" +
	"Syntax error after: "

const messageKeywordData = "unexpected expression after keyword list. Keyword lists must always come last in lists " +
	"and maps. Therefore, this is not allowed:\n\n" +
	"    [some: :value, :another]\n" +
	"    %{some: :value, another => value}\n\n" +
	"Instead, reorder it to be the last entry:\n\n" +
	"    [:another, some: :value]\n" +
	"    %{another => value, some: :value}\n\n" +
	"Syntax error after: "

const messageNestedCall = "unexpected comma. Parentheses are required to solve ambiguity in nested calls.\n\n" +
	"This error happens when you have nested function calls without parentheses. For example:\n\n" +
	"    one a, two b, c, d\n\n" +
	"In the example above, we don't know if the parameters \"c\" and \"d\" apply to the function \"one\" or " +
	"\"two\". You can solve this by explicitly adding parentheses:\n\n" +
	"    one a, two(b, c, d)\n\n" +
	"Or by adding commas (in case a nested call is not intended):\n\n" +
	"    one, a, two, b, c, d\n\n" +
	"Elixir cannot compile otherwise. Syntax error before: "

const messageContainer = "unexpected comma. Parentheses are required to solve ambiguity inside containers.\n\n" +
	"This error may happen when you forget a comma in a list or other container:\n\n" +
	"    [a, b c, d]\n\n" +
	"Or when you have ambiguous calls:\n\n" +
	"    [one, two three, four, five]\n\n" +
	"In the example above, we don't know if the parameters \"four\" and \"five\" belongs to the list or the " +
	"function \"two\". You can solve this by explicitly adding parentheses:\n\n" +
	"    [one, two(three, four), five]\n\n" +
	"Elixir cannot compile otherwise. Syntax error before: "

// Warnings.

const messageXor = "^^^ is deprecated. It is typically used as xor but it has the wrong precedence, use " +
	"Bitwise.bxor/2 instead"

const messageColons = `atom ::: must be written between quotes, as in :"::", to avoid ambiguity`

const messageBang = "found %s \"%s\", ending with \"%s\", followed by =. It is unclear if you mean \"%s %s=\" or " +
	"\"%s =\". Please add a space before or after %s to remove the ambiguity"

const messageQuotedKey = "found quoted keyword \"%s\" but the quotes are not required. Note that keywords are " +
	"always atoms, even when quoted. Similar to atoms, keywords made exclusively of ASCII letters, numbers, and " +
	"underscores and not beginning with a number do not require quotes"

const messageQuotedAtom = "found quoted atom \"%s\" but the quotes are not required. Atoms made exclusively of " +
	"ASCII letters, numbers, underscores, beginning with a letter or underscore, and optionally ending with ! or ? " +
	"do not require quotes"

const messageQuotedCall = "found quoted call \"%s\" but the quotes are not required. Calls made exclusively of " +
	"Unicode letters, numbers, and underscores and not beginning with a number do not require quotes"

const messageOutdented = "outdented heredoc line. The contents inside the heredoc should be indented at the same " +
	"level as the closing %[1]s. The following is forbidden:\n\n" +
	"    def text do\n" +
	"      \"\"\"\n" +
	"    contents\n" +
	"      \"\"\"\n" +
	"    end\n\n" +
	"Instead make sure the contents are indented as much as the heredoc closing:\n\n" +
	"    def text do\n" +
	"      \"\"\"\n" +
	"      contents\n" +
	"      \"\"\"\n" +
	"    end\n\n" +
	"The current heredoc line is indented too little"

const messageNotIn = `"not expr1 in expr2" is deprecated, use "expr1 not in expr2" instead`

const messageEmptyClause = "an expression is always required on the right side of ->. Please provide a value after ->"

const messageEmptyParens = "invalid expression (). If you want to invoke or define a function, make sure there are " +
	"no spaces between the function name and its arguments. If you wanted to pass an empty block or code, pass a " +
	"value instead, such as a nil or an atom"

const messageTrailingComma = "trailing commas are not allowed inside function/macro call arguments"

const messagePipe = "parentheses are required when piping into a function call. For example:\n\n" +
	"    foo 1 %[1]s bar 2 %[1]s baz 3\n\n" +
	"is ambiguous and should be written as\n\n" +
	"    foo(1) %[1]s bar(2) %[1]s baz(3)\n\n" +
	"Ambiguous pipe found at:"

const messagePrevious = "pipe shorthand is not allowed immediately after a match expression in IEx. To make it " +
	"work, surround the whole pipeline with parentheses "
