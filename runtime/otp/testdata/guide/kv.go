package main

import . "gex/runtime/otp"

type KV struct{ UseGenServer }

func (KV) StartLink() (PID, error)  { return GenServer.StartLink(KV{}, nil, Name(KV{})) }
func (KV) Put(key, value Term) Term { return GenServer.Call(KV{}, T("put", key, value)) }
func (KV) Get(key Term) Term        { return GenServer.Call(KV{}, T("get", key)) }

func (KV) Init(_ Term) Result { return OK(Map{}) }

func (KV) HandleCall(request, from Term, dictionary Map) Result {
	var key, value Term
	switch {
	case Match(request, "{:put, key, value}", &key, &value):
		return Reply(Atom("ok"), dictionary.Put(key, value))
	case Match(request, "{:get, key}", &key):
		return Reply(dictionary.Get(key), dictionary)
	}
	return BadCall(request)
}
