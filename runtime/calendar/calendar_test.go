package calendar

import "testing"

// TestDays goes through all days and back.
func TestDays(t *testing.T) {
	if got := (Date{2000, 1, 1}).Days(); got != 730485 {
		t.Errorf("2000-01-01 is day %d, want 730485", got)
	}
	d := Date{MinYear, 1, 1}
	for n := MinDays; n <= MaxDays; n++ {
		if n%97 == 0 || d.Day == 1 {
			if got := FromDays(n); got != d {
				t.Fatalf("FromDays(%d) = %v, want %v", n, got, d)
			}
			if got := d.Days(); got != n {
				t.Fatalf("%v.Days() = %d, want %d", d, got, n)
			}
		}
		if d.Day++; d.Day > DaysInMonth(d.Year, d.Month) {
			d.Day = 1
			if d.Month++; d.Month > 12 {
				d.Month = 1
				d.Year++
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text    string
		want    string
		problem Problem
	}{
		{"2015-01-23 23:50:07", "2015-01-23 23:50:07", ""},
		{"-2015-01-23T23:50:07.0123456", "-2015-01-23 23:50:07.012345", ""},
		{"2015-01-23T23:50:07,5+02:30", "2015-01-23 23:50:07.5", ""},
		{"2015-01-23T23:50:07.", "", InvalidFormat},
		{"2015-01-23T23:50:07-00:00", "", InvalidFormat},
		{"2015-02-30T23:50:07", "", InvalidDate},
		{"2015-02-03T24:50:07", "", InvalidTime},
		{"2015-02-03", "", InvalidFormat},
		{"", "", InvalidFormat},
	} {
		n, problem := ParseNaive(c.text, Extended)
		if problem != c.problem || problem == "" && n.Text(Extended, " ") != c.want {
			t.Errorf("ParseNaive(%q) = %s, %q, want %s, %q", c.text, n.Text(Extended, " "), problem, c.want, c.problem)
		}
	}
	n, offset, problem := ParseUniversal("20150123T235007+0230", Basic)
	if got := InUTC(n).Text(Extended); got != "2015-01-23 21:20:07Z" || offset != 9000 || problem != "" {
		t.Errorf("ParseUniversal = %s, %d, %q", got, offset, problem)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2015-01-23T23:50:07.0123456Z")
	f.Add("-0001-12-31 00:00:00+23:59")
	f.Fuzz(func(t *testing.T, text string) {
		n, _, problem := ParseUniversal(text, Extended)
		if problem != "" || !n.Valid() {
			return
		}
		again, problem := ParseNaive(n.Text(Extended, " "), Extended)
		if problem != "" || again != n {
			t.Errorf("%q is %v and then %v, %q", text, n, again, problem)
		}
	})
}
