package bridge

import "strings"

// known is a function of Elixir that package otp has: the Go call, what its
// arguments are and the kind of what it returns.
type known struct {
	code string // the function, or .Method of the first argument
	args []string
	kind string
}

// The table of what otp has. Arguments: term, server (a name may be a module),
// module, pid, ref, map, ms (milliseconds), options, and functions that are
// run for nothing (func), for a value (value), or for {value, state} (pair).
// The module :gex stands for package program, which saved sessions use.
var otpCalls = readTable(`
GenServer.start_link/2      GenServer.StartLink     module term            (PID,error)
GenServer.start_link/3      GenServer.StartLink     module term options    (PID,error)
GenServer.start/2           GenServer.Start         module term            (PID,error)
GenServer.start/3           GenServer.Start         module term options    (PID,error)
GenServer.call/2            GenServer.Call          server term            Term
GenServer.call/3            GenServer.Call          server term ms         Term
GenServer.cast/2            GenServer.Cast          server term            void
GenServer.reply/2           GenServer.Reply         term term              void
GenServer.stop/1            GenServer.Stop          server                 void
GenServer.stop/2            GenServer.Stop          server term            void
GenEvent.start_link/0       GenEvent.StartLink                             (PID,error)
GenEvent.start_link/1       GenEvent.StartLink      options                (PID,error)
GenEvent.start/0            GenEvent.Start                                 (PID,error)
GenEvent.start/1            GenEvent.Start          options                (PID,error)
GenEvent.add_handler/3      GenEvent.AddHandler     server module term     error
GenEvent.add_mon_handler/3  GenEvent.AddMonHandler  server module term     error
GenEvent.remove_handler/3   GenEvent.RemoveHandler  server module term     Term
GenEvent.swap_handler/5     GenEvent.SwapHandler    server module term module term error
GenEvent.notify/2           GenEvent.Notify         server term            void
GenEvent.sync_notify/2      GenEvent.SyncNotify     server term            void
GenEvent.ack_notify/2       GenEvent.AckNotify      server term            void
GenEvent.call/3             GenEvent.Call           server module term     Term
GenEvent.call/4             GenEvent.Call           server module term ms  Term
GenEvent.which_handlers/1   GenEvent.WhichHandlers  server                 []Term
GenEvent.stop/1             GenEvent.Stop           server                 void
Agent.start_link/1          Agent.StartLink         value                  (PID,error)
Agent.start_link/2          Agent.StartLink         value options          (PID,error)
Agent.start/1               Agent.Start             value                  (PID,error)
Agent.start/2               Agent.Start             value options          (PID,error)
Agent.get/2                 Agent.Get               server value           Term
Agent.update/2              Agent.Update            server value           void
Agent.cast/2                Agent.Cast              server value           void
Agent.get_and_update/2      Agent.GetAndUpdate      server pair            Term
Agent.stop/1                Agent.Stop              server                 void
Process.alive?/1            Process.Alive           pid                    bool
Process.demonitor/1         Process.Demonitor       ref                    bool
Process.exit/2              Process.Exit            pid term               bool
Process.get/1               Process.Get             term                   Term
Process.put/2               Process.Put             term term              Term
Process.group_leader/0      Process.GroupLeader                            PID
Process.link/1              Process.Link            pid                    bool
Process.unlink/1            Process.Unlink          pid                    bool
Process.monitor/1           Process.Monitor         server                 Ref
Process.register/2          Process.Register        pid server             bool
Process.unregister/1        Process.Unregister      server                 bool
Process.send_after/3        Process.SendAfter       pid term ms            timer
Process.sleep/1             Process.Sleep           ms                     void
:timer.sleep/1              Timer.Sleep             ms                     void
IO.puts/1                   IO.Puts                 term                   void
IO.write/1                  IO.Write                term                   void
IO.inspect/1                IO.Inspect              term                   Term
:proc_lib.init_ack/2        ProcLib.InitAck         pid term               void
:sys.get_state/1            Sys.GetState            server                 Term
:sys.suspend/1              Sys.Suspend             server                 void
:sys.resume/1               Sys.Resume              server                 void
send/2                      Send                    server term            Term
self/0                      Self                                           PID
spawn/1                     Spawn                   func                   PID
spawn_link/1                SpawnLink               func                   PID
make_ref/0                  MakeRef                                        Ref
exit/1                      Exit                    term                   never
throw/1                     Throw                   term                   never
:erlang.error/1             Raise                   reason                 never
inspect/1                   Inspect                 term                   string
to_string/1                 Text                    term                   string
map_size/1                  .Len                    map                    int
Map.new/0                   Map{}                                          Map
Map.get/2                   .Get                    map term               Term
Map.get/3                   .Get                    map term term          Term
Map.put/3                   .Put                    map term term          Map
Map.delete/2                .Delete                 map term               Map
Map.fetch/2                 .Fetch                  map term               (Term,bool)
Map.has_key?/2              .HasKey                 map term               bool
Map.pop/2                   .Pop                    map term               (Term,Map)
Map.keys/1                  .Keys                   map                    []Term
Map.values/1                .Values                 map                    []Term
Map.size/1                  .Len                    map                    int
:gex.show/1                 program.Show            term                   Term
:gex.fails/1                program.Fails           func                   void
:gex.left/1                 program.Left            term                   void
`)

func readTable(text string) map[string]*known {
	table := make(map[string]*known)
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) < 3 {
			continue
		}
		last := len(words) - 1
		table[words[0]] = &known{code: words[1], args: words[2:last], kind: strings.ReplaceAll(words[last], ",", ", ")}
	}
	return table
}
