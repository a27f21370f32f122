package gosrc

// refuse returns an error for the first construct of a checked program that
// cannot be run as the compiler would run it.
func (p *program) refuse() error {
	for _, check := range refusals {
		if err := check.find(p); err != nil {
			return err
		}
	}
	return nil
}

// refusal finds a construct that is refused.
type refusal struct {
	construct string
	find      func(*program) error
}

var refusals = []refusal{}
