package export

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"gex/tutorials/transcript"
)

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// pageHead begins a page. Its policy forbids to load anything from anywhere.
const pageHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="gex export">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>%s</title>
<style>
%s%s</style>
</head>
<body>
<a class="jump" href="#main">To the lesson</a>
`

// pageBar is what goes from step to step. Without a script it is not there.
const pageBar = `<div class="bar" role="group" aria-label="Steps" hidden>
<button type="button" data-go="-1" aria-label="One step back">&#9664;</button>
<input type="range" min="0" max="%d" value="0" step="1" aria-label="Step">
<button type="button" data-go="1" aria-label="One step on">&#9654;</button>
<output class="where" aria-live="polite"></output>
<button type="button" data-charts aria-pressed="true" title="charts on and off (c)">Charts</button>
<button type="button" data-theme-switch title="light and dark (t)">Theme</button>
</div>
`

// page is an HTML page on its way.
type page struct {
	strings.Builder
	lesson Lesson
	number map[*transcript.Step]int
}

// HTML writes the lesson as one page that needs nothing else.
func (l Lesson) HTML() string {
	p := &page{lesson: l, number: map[*transcript.Step]int{}}
	for i, s := range l.steps() {
		p.number[s] = i + 1
	}
	title := l.Doc.Title
	if title == "" {
		title = l.Name
	}
	fmt.Fprintf(p, pageHead, html.EscapeString(title), pageStyle, l.ChartStyle)
	p.contents()
	p.WriteString("<main id=\"main\">\n")
	l.visit(visitor{
		prose: func(text string) { p.WriteString(htmlOf(text)) },
		block: p.block,
		quiz:  p.quiz,
	})
	p.WriteString("</main>\n")
	fmt.Fprintf(p, pageBar, len(p.number))
	fmt.Fprintf(p, "<script>\n%s</script>\n</body>\n</html>\n", pageScript)
	return p.String()
}

// contents links the sections.
func (p *page) contents() {
	if len(p.lesson.Doc.Sections) < 3 {
		return
	}
	p.WriteString("<nav aria-label=\"Sections\"><ol>\n")
	for _, s := range p.lesson.Doc.Sections[1:] {
		fmt.Fprintf(p, "<li><a href=\"#%s\">%s</a></li>\n", anchor(s.Title), spans(s.Title))
	}
	p.WriteString("</ol></nav>\n")
}

func (p *page) block(b *transcript.Block) {
	d := b.Directives
	switch {
	case d.Hidden:
		return
	case !ran(b):
		p.code(language(b), b.Text(), d.File)
		return
	}
	if d.Goal != "" {
		fmt.Fprintf(p, "<p class=\"goal\"><b>Goal</b> %s</p>\n", spans(d.Goal))
	}
	p.hints(d.Hints)
	if d.Exercise {
		p.WriteString("<details class=\"answer\"><summary>An answer</summary>\n")
	}
	for _, s := range b.Steps {
		p.step(s)
	}
	if d.Exercise {
		p.WriteString("</details>\n")
	}
	for _, note := range []string{d.After, d.Erratum} {
		if note != "" {
			fmt.Fprintf(p, "<p class=\"after\">%s</p>\n", spans(note))
		}
	}
}

// code shows a block that is not run, or a file.
func (p *page) code(language, text, file string) {
	if file != "" {
		fmt.Fprintf(p, "<figure class=\"code\"><figcaption>%s</figcaption>", html.EscapeString(file))
	} else if language != "" {
		fmt.Fprintf(p, "<figure class=\"code\"><figcaption>%s</figcaption>", html.EscapeString(languageNames[language]))
	} else {
		p.WriteString("<figure class=\"code\">")
	}
	fmt.Fprintf(p, "<pre tabindex=\"0\"><code>%s</code></pre></figure>\n", highlight(language, strings.TrimRight(text, "\n")))
}

var languageNames = map[string]string{"go": "Go", "elixir": "Elixir", "iex": "IEx", "erlang": "Erlang", "sh": "Shell", "text": "Text"}

func (p *page) hints(hints []string) {
	if len(hints) == 0 {
		return
	}
	for i, hint := range hints {
		fmt.Fprintf(p, "<details class=\"hint\"><summary>Hint %d of %d</summary><p>%s</p></details>\n", i+1, len(hints), spans(hint))
	}
}

// step shows an input with what it printed and sent.
func (p *page) step(s *transcript.Step) {
	shown, lang := p.lesson.Shown[s], "iex"
	if s.Block.Use == transcript.Program {
		lang = "go"
	}
	fmt.Fprintf(p, "<section class=\"step\" id=\"step-%s\" data-id=\"%s\" aria-label=\"Step %d\" tabindex=\"-1\">\n",
		anchor(s.ID), html.EscapeString(s.ID), p.number[s])
	p.WriteString("<pre tabindex=\"0\"><code>")
	if lang == "go" {
		p.WriteString(highlight(lang, s.Text()))
	} else {
		p.input(s.Text(), shown.Number)
	}
	if out := strings.TrimRight(shown.Output, "\n"); out != "" {
		class := "out"
		if shown.Failed {
			class = "out fail"
		}
		fmt.Fprintf(p, "\n<span class=\"%s\">%s</span>", class, html.EscapeString(out))
	}
	p.WriteString("</code></pre>\n")
	if shown.Chart != "" {
		fmt.Fprintf(p, "<details class=\"chart\" open><summary>What it sent</summary><div class=\"scroll\" tabindex=\"0\">\n%s</div></details>\n", shown.Chart)
	}
	p.WriteString("</section>\n")
}

// input writes lines with the prompts that they had.
func (p *page) input(text string, number int) {
	for i, line := range strings.Split(text, "\n") {
		prompt := fmt.Sprintf("iex(%d)> ", number)
		if i > 0 {
			prompt = fmt.Sprintf("\n...(%d)> ", number)
		}
		fmt.Fprintf(p, "<span class=\"prompt\">%s</span>%s", html.EscapeString(prompt), highlight("iex", line))
	}
}

// quiz is a form; without a script its answer can be unfolded.
func (p *page) quiz(q *transcript.Quiz) {
	if q.Directives.Hidden {
		return
	}
	fmt.Fprintf(p, "<form class=\"quiz\" id=\"step-%s\">\n<fieldset>\n", anchor(q.ID))
	if q.Question != "" {
		fmt.Fprintf(p, "<legend>%s</legend>\n", spans(q.Question))
	}
	for i, o := range q.Options {
		right := ""
		if o.Right {
			right = " data-right"
		}
		fmt.Fprintf(p, "<label><input type=\"checkbox\" name=\"%s\"%s> <span>%s</span></label>\n", letter(i), right, spans(o.Text))
	}
	p.WriteString("</fieldset>\n")
	p.hints(q.Directives.Hints)
	p.WriteString("<p><button type=\"submit\" hidden>Check</button> <output aria-live=\"polite\"></output></p>\n")
	fmt.Fprintf(p, "<details class=\"answer\"><summary>The answer</summary><p>%s. %s</p></details>\n</form>\n",
		rightAnswers(q), spans(q.Directives.After))
}
