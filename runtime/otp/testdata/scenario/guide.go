package main

import (
	"fmt"

	. "gex/runtime/otp"
)

// Scenario is what the guides do with the modules, in Go.
func Scenario() {
	manager, _ := GenEvent.StartLink()
	fmt.Println("add", GenEvent.AddHandler(manager, Forwarder{}, Self()))
	GenEvent.SyncNotify(manager, T("hello", Atom("world")))
	show(Receive(On("message", func(message Term) Term { return message })))
	fmt.Println("add", GenEvent.AddHandler(manager, Echoer{}, []Term{}))
	GenEvent.SyncNotify(manager, Atom("hello"))
	show(GenEvent.WhichHandlers(manager))
	Receive(On(":hello", func() {}))
	registryAndBuckets(manager)
	broadcasts()
	keys()
	pingPong()
}

func show(value Term) { fmt.Println(Inspect(value)) }

func registryAndBuckets(manager PID) {
	show(GenEvent.RemoveHandler(manager, Echoer{}, Atom("done")))
	registry, err := KV_Registry{}.StartLink(manager)
	fmt.Println(err)
	show(KV_Registry{}.Lookup(registry, "shopping"))
	KV_Registry{}.Create(registry, "shopping")
	var bucket PID
	fmt.Println(Match(KV_Registry{}.Lookup(registry, "shopping"), "{:ok, bucket}", &bucket))
	Receive(On(`{:create, "shopping", pid}`, func(pid PID) { fmt.Println("created", pid == bucket) }))
	KV_Bucket{}.Put(bucket, "milk", 3)
	show(KV_Bucket{}.Get(bucket, "milk"))
	show(KV_Bucket{}.Delete(bucket, "milk"))
	show(KV_Bucket{}.Get(bucket, "milk"))
	Agent.Stop(bucket)
	Receive(On(`{:exit, "shopping", pid}`, func(pid PID) { fmt.Println("exited", pid == bucket) }))
	show(KV_Registry{}.Lookup(registry, "shopping"))
}

func broadcasts() {
	pid, _ := GenEvent.Start()
	GenEvent.AddHandler(pid, BroadcastEventHandler{}, nil)
	GenEvent.Notify(pid, T("broadcast", "I dare you!"))
	GenEvent.Notify(pid, T("broadcast", "Meetup at 10 o'clock"))
	show(GenEvent.Call(pid, BroadcastEventHandler{}, Atom("broadcasts")))
	show(GenEvent.Call(pid, BroadcastEventHandler{}, Atom("broadcasts")))
	show(GenEvent.Call(pid, Forwarder{}, Atom("broadcasts")))
}

func keys() {
	_, err := KV{}.StartLink()
	fmt.Println(err)
	show(KV{}.Put("a", 42))
	show(KV{}.Get("a"))
	show(KV{}.Get("b"))
}

func pingPong() {
	fmt.Println(Match(PingPong{}.StartLink(), "{:ok, _}"))
	show(PingPong{}.Ping())
	show(Sys.GetState(PingPong{}))
	Sys.Suspend(PingPong{})
	Sys.Resume(PingPong{})
	show(PingPong{}.Ping())
}
