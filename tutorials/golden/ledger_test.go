package golden_test

import (
	"errors"
	"fmt"

	. "gex/runtime/otp"
)

// This file is what a project has before it uses transcripts: its handlers.

// Entry is an event of the ledger.
type Entry struct {
	Account string
	Amount  int
}

// Ledger is an event handler that keeps balances and tells an owner of those
// that fall below zero.
type Ledger struct{ UseGenEvent }

type balances struct {
	owner Term
	of    map[string]int
}

// Init takes the process that is told.
func (Ledger) Init(owner Term) Result { return OK(balances{owner, map[string]int{}}) }

// HandleEvent books an entry.
func (Ledger) HandleEvent(e Entry, b balances) Result {
	b.of[e.Account] += e.Amount
	if b.of[e.Account] < 0 {
		Send(b.owner, T("overdrawn", e.Account, b.of[e.Account]))
	}
	return OK(b)
}

// HandleCall returns a balance.
func (Ledger) HandleCall(request Term, b balances) Result {
	var account string
	if Match(request, "{:balance, account}", &account) {
		return Reply(b.of[account], b)
	}
	return BadCall(request)
}

// Book is called by those who have something to book.
func (Ledger) Book(manager Term, account string, amount int) error {
	if amount == 0 {
		return errors.New("nothing to book")
	}
	GenEvent.SyncNotify(manager, Entry{account, amount})
	return nil
}

// Statement prints what has been asked for.
func (Ledger) Statement(manager Term, accounts ...string) {
	for _, account := range accounts {
		IO.Puts(fmt.Sprintf("%-8s %5d", account, GenEvent.Call(manager, Ledger{}, T("balance", account))))
	}
}
