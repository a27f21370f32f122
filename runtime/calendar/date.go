package calendar

import "fmt"

// The years that dates may have.
const (
	MinYear = -9999
	MaxYear = 9999
)

// SecondsPerDay is the length of every day; leap seconds are not counted.
const SecondsPerDay = 86400

// Date is a day of the calendar.
type Date struct{ Year, Month, Day int }

// Valid reports whether there is such a day.
func (d Date) Valid() bool {
	return d.Year >= MinYear && d.Year <= MaxYear && d.Month >= 1 && d.Month <= 12 &&
		d.Day >= 1 && d.Day <= DaysInMonth(d.Year, d.Month)
}

// Leap reports whether a year has 366 days.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysInMonth returns the length of a month from 1 to 12.
func DaysInMonth(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if Leap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// daysBefore is the number of days from 1 January of the year 0 to that of the year.
func daysBefore(year int) int {
	y := year - 1
	return 366 + 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400)
}

// Days returns how many days after 1 January of the year 0 the day is.
func (d Date) Days() int { return daysBefore(d.Year) + d.DayOfYear() - 1 }

// FromDays is the inverse of Days.
func FromDays(days int) Date {
	const daysIn400Years = 146097
	year := floorDiv(days*400, daysIn400Years)
	for daysBefore(year) > days {
		year--
	}
	for daysBefore(year+1) <= days {
		year++
	}
	left, month := days-daysBefore(year), 1
	for left >= DaysInMonth(year, month) {
		left -= DaysInMonth(year, month)
		month++
	}
	return Date{year, month, left + 1}
}

// The days that FromDays may be asked for.
var (
	MinDays = Date{MinYear, 1, 1}.Days()
	MaxDays = Date{MaxYear, 12, 31}.Days()
)

// DayOfYear is 1 on 1 January.
func (d Date) DayOfYear() int {
	n := d.Day
	for m := 1; m < d.Month; m++ {
		n += DaysInMonth(d.Year, m)
	}
	return n
}

// Weekday is 1 on Monday and 7 on Sunday.
func (d Date) Weekday() int { return floorMod(d.Days()+5, 7) + 1 }

// Quarter is from 1 to 4.
func (d Date) Quarter() int { return (d.Month-1)/3 + 1 }

// YearOfEra returns the year as people count it, and the era: 1, or 0 for the
// years before the year 1.
func YearOfEra(year int) (n, era int) {
	if year > 0 {
		return year, 1
	}
	return 1 - year, 0
}

// DayOfEra counts the days away from the beginning of the year 1.
func (d Date) DayOfEra() (n, era int) {
	day := d.Days() - Date{1, 1, 1}.Days()
	if day >= 0 {
		return day + 1, 1
	}
	return -day, 0
}

// Text is the date as ISO 8601 has it; without dashes in the basic format.
func (d Date) Text(f Format) string {
	sign, year := "", d.Year
	if year < 0 {
		sign, year = "-", -year
	}
	if f == Basic {
		return fmt.Sprintf("%s%04d%02d%02d", sign, year, d.Month, d.Day)
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", sign, year, d.Month, d.Day)
}

// Format is a format of ISO 8601: with dashes and colons, or without.
type Format uint8

// The formats.
const (
	Extended Format = iota
	Basic
)

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
