package main

import . "gex/runtime/otp"

type KV_Registry struct{ UseGenServer }

type registry struct {
	names, refs Map
	events      Term
}

// StartLink starts the registry.
func (KV_Registry) StartLink(events Term) (PID, error) {
	return GenServer.StartLink(KV_Registry{}, events)
}

// Lookup returns the bucket of a name: {:ok, pid} or :error.
func (KV_Registry) Lookup(server, name Term) Term {
	return GenServer.Call(server, T("lookup", name))
}

// Create makes sure that there is a bucket of that name.
func (KV_Registry) Create(server, name Term) {
	GenServer.Cast(server, T("create", name))
}

func (KV_Registry) Init(events Term) Result {
	return OK(registry{events: events})
}

func (KV_Registry) HandleCall(request, from Term, r registry) Result {
	var name Term
	if Match(request, "{:lookup, name}", &name) {
		if bucket, ok := r.names.Fetch(name); ok {
			return Reply(T("ok", bucket), r)
		}
		return Reply(Atom("error"), r)
	}
	return BadCall(request)
}

func (KV_Registry) HandleCast(request Term, r registry) Result {
	var name Term
	if !Match(request, "{:create, name}", &name) || r.names.HasKey(name) {
		return NoReply(r)
	}
	bucket, err := KV_Bucket{}.StartLink()
	if err != nil {
		return Stop(Reason(err), r)
	}
	ref := Process.Monitor(bucket)
	r.refs = r.refs.Put(ref, name)
	r.names = r.names.Put(name, bucket)
	GenEvent.SyncNotify(r.events, T("create", name, bucket))
	return NoReply(r)
}

func (KV_Registry) HandleInfo(message Term, r registry) Result {
	var ref, bucket Term
	if Match(message, "{:DOWN, ref, :process, bucket, _}", &ref, &bucket) {
		name, refs := r.refs.Pop(ref)
		r.refs = refs
		r.names = r.names.Delete(name)
		GenEvent.SyncNotify(r.events, T("exit", name, bucket))
	}
	return NoReply(r)
}
