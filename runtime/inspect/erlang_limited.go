package inspect

import "gex/runtime/term"

// This file finds the depth at which a term has about as many characters as it
// may: the depth is doubled as long as there is room, and then the least one is
// searched at which there is none. What is shown in full stays as it is from
// depth to depth, and only what was left out is looked at again.

// limited is the term as far as the limits of the style go.
func (s ErlangStyle) limited(t term.Term) *piece {
	depth, chars := s.depth-1, s.chars-1
	if depth == 0 || chars == 0 {
		return newWord(dotsText)
	}
	if chars < 0 {
		return s.piece(t, depth, chars)
	}
	least := s.piece(t, 1, chars)
	if !least.cut || least.length > chars || depth == 1 {
		return least
	}
	return least.grown(chars, 1, depth)
}

// grown doubles the depth, which is from, up to most.
func (p *piece) grown(chars, from, most int) *piece {
	for by := 4; ; by *= 2 {
		to := from + by
		if most >= 0 {
			to = min(to, most)
		}
		more := p.deeper(chars, to-from)
		switch {
		case !more.cut || more.length == p.length:
			return more
		case more.length > chars || to == most:
			return p.searched(more, chars, from, to)
		}
		p, from = more, to
	}
}

// searched looks between two depths: at from there is room, at to there is
// none, and what there is then is most.
func (p *piece) searched(most *piece, chars, from, to int) *piece {
	for to-from > 1 {
		middle := (from + to) / 2
		if more := p.deeper(chars, middle-from); more.length > chars {
			most, to = more, middle
		} else {
			p, from = more, middle
		}
	}
	if p.length == chars {
		return p
	}
	return most
}

// deeper is the piece with more of what it leaves out.
func (p *piece) deeper(chars, by int) *piece {
	switch {
	case p.again != nil:
		return p.again(chars, by)
	case !p.cut:
		return p
	}
	switch p.kind {
	case tuplePiece, taggedPiece:
		return p.sequence(without(chars, len("{}")), by).between(p.kind, len("{}"))
	case mapPiece:
		return p.sequence(without(chars, len("#{}")), by).between(p.kind, len("#{}"))
	case pairPiece:
		key := p.elements[0].deeper(without(chars, 1), by)
		return newPair(key, p.elements[1].deeper(without(chars, key.length+len(arrow)), by))
	}
	return p
}

// sequence are the elements with more of what they leave out, and more of
// them.
func (p *piece) sequence(chars, by int) (q sequence) {
	for i, e := range p.elements {
		chars = spend(chars, i == len(p.elements)-1 && p.tail == nil)
		q.elements = append(q.elements, e.deeper(chars, by))
		chars = without(chars, q.elements[i].length)
	}
	if p.tail != nil {
		rest := p.tail.rest(chars, by)
		q.elements, q.tail = append(q.elements, rest.elements...), rest.tail
	}
	return q
}
