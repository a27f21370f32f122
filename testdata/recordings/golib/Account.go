package main

import . "gex/runtime/otp"

type Deposit struct{ amount int }

type Withdraw struct{ amount int }

// Account keeps a balance.
type Account struct{ UseGenServer }

func (Account) StartLink(balance Term) (PID, error)     { return GenServer.StartLink(Account{}, balance) }
func (Account) Deposit(pid PID, n int) Term  { return GenServer.Call(pid, Deposit{n}) }
func (Account) Withdraw(pid PID, n int) Term { return GenServer.Call(pid, Withdraw{n}) }

func (Account) Init(balance int) Result { return OK(balance) }

func (Account) HandleCall(request, from Term, balance int) Result {
	switch r := request.(type) {
	case Deposit:
		return Reply(Atom("ok"), balance+r.amount)
	case Withdraw:
		if r.amount > balance {
			return Reply(T("error", Atom("insufficient_funds")), balance)
		}
		balance -= r.amount
		return Reply(T("ok", balance), balance)
	}
	if request == Atom("balance") {
		return Reply(balance, balance)
	}
	return BadCall(request)
}

func (Account) HandleCast(d Deposit, balance int) Result { return NoReply(balance + d.amount) }

func (Account) HandleInfo(message Term, balance int) Result {
	var percent int
	if Match(message, "{:interest, percent}", &percent) {
		return NoReply(balance + balance*percent/100)
	}
	return BadCall(message)
}
