package lib

import (
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

const uriModule = term.Atom("Elixir.URI")

func uriTable() Module {
	return Module{
		Name: uriModule,
		Doc:  "Addresses of the web: their parts, and the characters that they may have.",
		Struct: []term.Pair{
			pair("scheme", term.Nil), pair("authority", term.Nil), pair("userinfo", term.Nil), pair("host", term.Nil),
			pair("port", term.Nil), pair("path", term.Nil), pair("query", term.Nil), pair("fragment", term.Nil),
		},
		Functions: []Function{
			{"parse", "uri", "The parts of an address; nothing is checked.", uriParse},
			{"new", "uri", "`{:ok, uri}`, or `{:error, part}`.", uriNew},
			{"new!", "uri", "The parts of an address; raises `URI.Error`.", uriMustNew},
			{"to_string", "uri", "The text of an address.", uriToString},
			{"merge", "uri, rel", "An address, seen from another.", uriMerge},
			{"append_query", "uri, query", "The address with more in its query.", uriAppendQuery},
			{"encode", `string, predicate \\ nil`, "The string with `%` and two digits for the bytes that an address may not have.", uriEncode},
			{"decode", "uri", "The string without these.", onString(func(s string) term.Term { return term.Binary(percentDecoded(s, false)) })},
			{"encode_www_form", "string", "The string as forms are sent: `+` for a blank.", onString(func(s string) term.Term { return term.Binary(formEncoded(s, "+")) })},
			{"decode_www_form", "string", "The string of what a form has sent.", onString(func(s string) term.Term { return term.Binary(percentDecoded(s, true)) })},
			{"encode_query", `enumerable, encoding \\ :www_form`, "The query of pairs.", uriEncodeQuery},
			{"decode_query", `query, map \\ nil, encoding \\ :www_form`, "The map of a query.", uriDecodeQuery},
			{"query_decoder", `query, encoding \\ :www_form`, "The pairs of a query.", uriQueryDecoder},
			{"default_port", "scheme", "The port of a scheme, or nil.", uriDefaultPort},
			{"char_reserved?", "character", "Whether the character means something in addresses.", uriChar(reserved)},
			{"char_unreserved?", "character", "Whether the character is a letter, a digit or one of `-._~`.", uriChar(unreserved)},
			{"char_unescaped?", "character", "Whether `encode/1` leaves the character alone.", uriChar(func(c byte) bool { return reserved(c) || unreserved(c) })},
		},
	}
}

// address is a URI; nil fields are nil.
type address struct {
	scheme, authority, userinfo, host, path, query, fragment term.Term
	port                                                     term.Term
}

func (u address) term() *term.Map {
	return structOf(uriModule, pair("scheme", u.scheme), pair("authority", u.authority), pair("userinfo", u.userinfo),
		pair("host", u.host), pair("port", u.port), pair("path", u.path), pair("query", u.query), pair("fragment", u.fragment))
}

var (
	uriParts       = late.Regexp(`(?is)^(([a-z][a-z0-9+\-.]*):)?(//([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?$`)
	authorityParts = late.Regexp(`^((.*)@)?(\[[^\]]*\]|[^:]*)(:(\d*))?$`)
	uriAllowed     = late.Regexp(`^(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%)*$`)
)

var defaultPorts = map[string]int{"ftp": 21, "sftp": 22, "tftp": 69, "http": 80, "https": 443, "ldap": 389, "ws": 80, "wss": 443}

// optional is nil for a part that is not there.
func optional(present bool, text string) term.Term {
	if !present {
		return term.Nil
	}
	return term.Binary(text)
}

// parseAddress splits an address; valid is false if new/1 refuses it.
func parseAddress(s string) (u address, valid bool) {
	m := uriParts().FindStringSubmatch(s)
	if m == nil {
		return address{path: term.Binary(s)}, false
	}
	scheme := strings.ToLower(m[2])
	u = address{
		scheme: optional(m[1] != "", scheme), authority: optional(m[3] != "", m[4]), userinfo: term.Nil, host: term.Nil, port: term.Nil,
		path: optional(m[5] != "", m[5]), query: optional(m[6] != "", m[7]), fragment: optional(m[8] != "", m[9]),
	}
	valid = uriAllowed().MatchString(s)
	if port, ok := defaultPorts[scheme]; ok {
		u.port = term.Int(port)
	}
	if m[3] == "" {
		return u, valid
	}
	parts := authorityParts().FindStringSubmatch(m[4])
	if parts == nil {
		u.host = term.Binary(m[4])
		return u, false
	}
	u.userinfo, u.host = optional(parts[1] != "", parts[2]), term.Binary(strings.Trim(parts[3], "[]"))
	if n, err := strconv.Atoi(parts[5]); err == nil {
		u.port = term.Int(n)
	}
	return u, valid && strings.Count(parts[3], "[") == strings.Count(parts[3], "]")
}

func uriParse(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := isStruct(a[0], uriModule); ok {
		return a[0], nil
	}
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	u, _ := parseAddress(string(s))
	return u.term(), nil
}

func uriNew(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := isStruct(a[0], uriModule); ok {
		return okTuple(a[0]), nil
	}
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	u, valid := parseAddress(string(s))
	if !valid {
		return errorTuple(term.Binary(invalidPart(string(s)))), nil
	}
	u.authority = term.Nil
	return okTuple(u.term()), nil
}

// invalidPart is what is wrong with a URI: the first character that none has, or
// the colon of a port that is no number.
func invalidPart(s string) string {
	if m := uriParts().FindStringSubmatch(s); m != nil && m[1] != "" {
		return ":"
	}
	for _, r := range s {
		if r <= ' ' || strings.ContainsRune("\"<>\\^`{|}\x7f", r) {
			return string(r)
		}
	}
	return ":"
}

func uriMustNew(self *process.Process, a []term.Term) (term.Term, error) {
	result, err := uriNew(self, a)
	if err != nil {
		return nil, err
	}
	tuple := result.(term.Tuple)
	if tuple[0] == term.Term(term.OK) {
		return tuple[1], nil
	}
	return nil, raise("URI.Error", "action", term.Atom("parse"), "reason", term.Atom("invalid_uri"), "part", tuple[1]).
		In(at("URI", "new!", 1, "uri.ex", 637))
}

// partOf is a part of a URI as text.
func partOf(m *term.Map, name string) (string, bool) {
	value, _ := m.Get(term.Atom(name))
	switch v := value.(type) {
	case term.Binary:
		return string(v), true
	case term.Int:
		return strconv.Itoa(int(v)), true
	}
	return "", false
}

func addressText(m *term.Map) string {
	var b strings.Builder
	scheme, hasScheme := partOf(m, "scheme")
	if hasScheme {
		b.WriteString(scheme + ":")
	}
	host, hasHost := partOf(m, "host")
	authority, hasAuthority := partOf(m, "authority")
	switch {
	case hasHost:
		b.WriteString("//")
		if user, ok := partOf(m, "userinfo"); ok {
			b.WriteString(user + "@")
		}
		if strings.Contains(host, ":") {
			host = "[" + host + "]"
		}
		b.WriteString(host)
		if port, ok := partOf(m, "port"); ok && port != fmt.Sprint(defaultPorts[scheme]) {
			b.WriteString(":" + port)
		}
	case hasAuthority:
		b.WriteString("//" + authority)
	}
	path, _ := partOf(m, "path")
	b.WriteString(path)
	if query, ok := partOf(m, "query"); ok {
		b.WriteString("?" + query)
	}
	if fragment, ok := partOf(m, "fragment"); ok {
		b.WriteString("#" + fragment)
	}
	return b.String()
}

func uriToString(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := isStruct(a[0], uriModule)
	if !ok {
		return nil, errClause
	}
	return term.Binary(addressText(m)), nil
}

func uriMerge(self *process.Process, a []term.Term) (term.Term, error) {
	base, err := uriParse(self, a[:1])
	if err != nil {
		return nil, errClause
	}
	rel, err := uriParse(self, a[1:])
	if err != nil {
		return nil, errClause
	}
	from, to := base.(*term.Map), rel.(*term.Map)
	if _, ok := partOf(from, "host"); !ok {
		return nil, exception.ArgumentError("you must merge onto an absolute URI").In(at("URI", "merge", 2, "uri.ex", 885))
	}
	fromPath, _ := partOf(from, "path")
	path, hasPath := partOf(to, "path")
	_, hasHost := partOf(to, "host")
	switch {
	case hasHost:
		scheme, _ := from.Get(term.Atom("scheme"))
		if _, ok := partOf(to, "scheme"); !ok {
			to = to.Put(term.Atom("scheme"), scheme)
		}
		return to.Put(term.Atom("path"), optional(hasPath, withoutDots(path))), nil
	case !hasPath:
		if _, ok := partOf(to, "query"); !ok {
			query, _ := from.Get(term.Atom("query"))
			to = to.Put(term.Atom("query"), query)
		}
		path, hasPath = fromPath, fromPath != ""
	case !strings.HasPrefix(path, "/"):
		path = withoutDots(fromPath[:strings.LastIndexByte(fromPath, '/')+1] + path)
	default:
		path = withoutDots(path)
	}
	if hasPath && !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	query, _ := to.Get(term.Atom("query"))
	fragment, _ := to.Get(term.Atom("fragment"))
	return from.Put(term.Atom("path"), optional(hasPath, path)).Put(term.Atom("query"), query).Put(term.Atom("fragment"), fragment), nil
}

// withoutDots resolves . and .. of a path.
func withoutDots(path string) string {
	var out []string
	parts := strings.Split(path, "/")
	for i, part := range parts {
		last := i == len(parts)-1
		switch part {
		case "..":
			if len(out) > 1 {
				out = out[:len(out)-1]
			}
		case ".":
		default:
			out = append(out, part)
			continue
		}
		if last {
			out = append(out, "")
		}
	}
	return strings.Join(out, "/")
}

func uriAppendQuery(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := isStruct(a[0], uriModule)
	more, isText := a[1].(term.Binary)
	if !ok || !isText {
		return nil, errClause
	}
	query, _ := partOf(m, "query")
	switch {
	case query == "":
		query = string(more)
	case strings.HasSuffix(query, "&"):
		query += string(more)
	default:
		query += "&" + string(more)
	}
	return m.Put(term.Atom("query"), term.Binary(query)), nil
}

func reserved(c byte) bool { return strings.IndexByte(":/?#[]@!$&'()*+,;=", c) >= 0 }

func unreserved(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("~_-.", c) >= 0
}

func uriChar(f func(byte) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := intAt(a, 0)
		if !ok || n < 0 {
			return nil, errClause
		}
		return term.Bool(n < 128 && f(byte(n))), nil
	}
}

func percent(b *strings.Builder, c byte) { fmt.Fprintf(b, "%%%02X", c) }

func uriEncode(self *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok || a[1] != term.Term(term.Nil) && !isFun(a[1], 1) {
		return nil, errClause
	}
	var b strings.Builder
	for i := range len(s) {
		keep := reserved(s[i]) || unreserved(s[i])
		if isFun(a[1], 1) {
			result, err := code.Call(self, a[1], term.Int(s[i]))
			if err != nil {
				return nil, err
			}
			keep = term.Truthy(result)
		}
		if keep {
			b.WriteByte(s[i])
		} else {
			percent(&b, s[i])
		}
	}
	return term.Binary(b.String()), nil
}

func formEncoded(s, blank string) string {
	var b strings.Builder
	for i := range len(s) {
		switch {
		case s[i] == ' ':
			b.WriteString(blank)
		case unreserved(s[i]):
			b.WriteByte(s[i])
		default:
			percent(&b, s[i])
		}
	}
	return b.String()
}

func percentDecoded(s string, form bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case form && s[i] == '+':
			b.WriteByte(' ')
		case s[i] == '%' && i+2 < len(s):
			n, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				b.WriteByte('%')
				continue
			}
			b.WriteByte(byte(n))
			i += 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func blankOf(encoding term.Term) (string, bool) {
	switch word, _ := encoding.(term.Atom); word {
	case "www_form":
		return "+", true
	case "rfc3986":
		return "%20", true
	}
	return "", false
}

func uriEncodeQuery(self *process.Process, a []term.Term) (term.Term, error) {
	blank, ok := blankOf(a[1])
	if !ok {
		return nil, errClause
	}
	pair := native(1, func(self *process.Process, e []term.Term) (term.Term, error) {
		return encodePair(self, e[0], a[1], blank)
	})
	return code.Apply(self, "Elixir.Enum", "map_join", a[0], term.Binary("&"), pair)
}

// encodePair is encode_kv_pair/2 of URI.
func encodePair(self *process.Process, pair, encoding term.Term, blank string) (term.Term, error) {
	at := func(line int) exception.Frame { return at("URI", "encode_kv_pair", 2, "uri.ex", line) }
	p, ok := pair.(term.Tuple)
	if !ok || len(p) != 2 {
		return nil, noClause(self, "Elixir.URI", "encode_kv_pair", args{pair, encoding})
	}
	for i, what := range []string{"keys", "values"} {
		if term.IsList(p[i]) {
			return nil, exception.ArgumentError("encode_query/2 %s cannot be lists, got: %s", what, shown(self, p[i])).In(at(140 + 4*i))
		}
	}
	keyLine, line := 153, 153
	if encoding == term.Term(term.Atom("rfc3986")) {
		keyLine, line = 148, 149
	}
	key, err := ToString(p[0])
	if err != nil {
		return nil, exception.In(err, at(keyLine))
	}
	value, err := ToString(p[1])
	return term.Binary(formEncoded(key, blank) + "=" + formEncoded(value, blank)), exception.In(err, at(line))
}

// queryPairs are the pairs of a query.
func queryPairs(query string, form bool) []term.Tuple {
	var pairs []term.Tuple
	for part := range strings.SplitSeq(query, "&") {
		if part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		pairs = append(pairs, term.Tuple{term.Binary(percentDecoded(key, form)), term.Binary(percentDecoded(value, form))})
	}
	return pairs
}

func uriDecodeQuery(_ *process.Process, a []term.Term) (term.Term, error) {
	query, ok := a[0].(term.Binary)
	blank, known := blankOf(a[2])
	result := term.NewMap()
	if m, isMap := a[1].(*term.Map); isMap {
		result = m
	} else if a[1] != term.Term(term.Nil) {
		return nil, errClause
	}
	if !ok || !known {
		return nil, errClause
	}
	for _, p := range queryPairs(string(query), blank == "+") {
		result = result.Put(p[0], p[1])
	}
	return result, nil
}

func uriQueryDecoder(_ *process.Process, a []term.Term) (term.Term, error) {
	query, ok := a[0].(term.Binary)
	blank, known := blankOf(a[1])
	if !ok || !known {
		return nil, errClause
	}
	return generated(63, "unfold/2", func(_ *process.Process, emit func(term.Term) error) error {
		for _, p := range queryPairs(string(query), blank == "+") {
			if err := emit(p); err != nil {
				return err
			}
		}
		return nil
	}), nil
}

func uriDefaultPort(_ *process.Process, a []term.Term) (term.Term, error) {
	scheme, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	if port, ok := defaultPorts[string(scheme)]; ok {
		return term.Int(port), nil
	}
	return term.Nil, nil
}
