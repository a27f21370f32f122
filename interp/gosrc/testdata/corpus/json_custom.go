package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type Base struct {
	ID      int       `json:"id"`
	Created time.Time `json:"created"`
}
type User struct {
	Base
	*Extra
	Name   string
	Role   Role  `json:"role"`
	Dur    Dur   `json:"dur"`
	Opt    *Role `json:"opt,omitempty"`
	Roles  []Role
	ByRole map[Role]int
}
type Extra struct{ Note string }
type Role int

func (r Role) String() string               { return [...]string{"user", "admin"}[r] }
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
func (r *Role) UnmarshalText(b []byte) error {
	switch string(b) {
	case "user":
		*r = 0
	case "admin":
		*r = 1
	default:
		return fmt.Errorf("bad role %q", b)
	}
	return nil
}

type Dur struct{ time.Duration }

func (d *Dur) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("dur: %w", err)
	}
	v, err := time.ParseDuration(s)
	d.Duration = v
	return err
}
func (d Dur) MarshalJSON() ([]byte, error) { return json.Marshal(d.Duration.String()) }

type Temp float64

func (t *Temp) UnmarshalJSON(b []byte) error {
	type plain Temp
	return json.Unmarshal(b, (*plain)(t))
}

func main() {
	src := `{"id":7,"created":"2024-01-02T03:04:05Z","Note":"n","name":"Ann","role":"admin","dur":"1m30s","opt":"user","Roles":["admin","user"],"ByRole":{"admin":2}}`
	var u User
	err := json.Unmarshal([]byte(src), &u)
	fmt.Println(err)
	fmt.Println(u.ID, u.Created.Year(), u.Name, u.Role, u.Dur, u.Roles, u.ByRole)
	if u.Extra != nil {
		fmt.Println(u.Note, *u.Opt)
	}
	b, err := json.Marshal(u)
	fmt.Println(string(b), err)
	fmt.Println(json.Unmarshal([]byte(`{"role":"boss"}`), &u))
	fmt.Println(json.Unmarshal([]byte(`{"dur":5}`), &u))
	fmt.Println(json.Unmarshal([]byte(`{"id":"x"}`), &u))
	var ts []Temp
	fmt.Println(json.Unmarshal([]byte(`[1,2.5]`), &ts), ts)
	dec := json.NewDecoder(strings.NewReader(`{"role":"admin"}{"dur":"5s"}`))
	for dec.More() {
		var x User
		fmt.Println(dec.Decode(&x), x.Role, x.Dur)
	}
}
