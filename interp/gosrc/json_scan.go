package gosrc

import "iter"

// jsonScanner finds the values in JSON that is known to be valid.
type jsonScanner struct {
	data []byte
	at   int
	base int // where data begins in the whole
}

func (s *jsonScanner) space() {
	for s.at < len(s.data) && (s.data[s.at] == ' ' || s.data[s.at] == '\t' || s.data[s.at] == '\n' || s.data[s.at] == '\r') {
		s.at++
	}
}

// value reads a value.
func (s *jsonScanner) value() jsonText {
	start := s.at
	switch s.data[s.at] {
	case '"':
		s.text()
	case '{', '[':
		s.composed()
	default:
		for s.at < len(s.data) && !endsLiteral(s.data[s.at]) {
			s.at++
		}
	}
	return jsonText{s.data[start:s.at], s.base + start}
}

func endsLiteral(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', ',', ':', ']', '}':
		return true
	}
	return false
}

// text reads a string.
func (s *jsonScanner) text() {
	for s.at++; s.data[s.at] != '"'; s.at++ {
		if s.data[s.at] == '\\' {
			s.at++
		}
	}
	s.at++
}

// composed reads an object or an array.
func (s *jsonScanner) composed() {
	for depth := 0; ; {
		switch s.data[s.at] {
		case '"':
			s.text()
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		s.at++
		if depth == 0 {
			return
		}
	}
}

// items are the elements of an array.
func (x jsonText) items() iter.Seq[jsonText] {
	return func(yield func(jsonText) bool) {
		s := jsonScanner{data: x.data, at: 1, base: x.at}
		for s.space(); s.data[s.at] != ']'; s.space() {
			if s.data[s.at] == ',' {
				s.at++
				continue
			}
			if !yield(s.value()) {
				return
			}
		}
	}
}

// members are the names, as strings, and values of an object.
func (x jsonText) members() iter.Seq2[jsonText, jsonText] {
	return func(yield func(jsonText, jsonText) bool) {
		s := jsonScanner{data: x.data, at: 1, base: x.at}
		for s.space(); s.data[s.at] != '}'; s.space() {
			if s.data[s.at] == ',' {
				s.at++
				continue
			}
			name := s.value()
			s.space()
			s.at++ // the colon
			s.space()
			if !yield(name, s.value()) {
				return
			}
		}
	}
}
