%% The workloads of bench_test.go for a real Erlang.
-module(bench).
-behaviour(gen_event).
-export([main/0, init/1, handle_event/2, handle_call/2]).

main() ->
    [report(Name, best(Fun)) || {Name, Fun} <- workloads()],
    [report(Name, Bytes) || {Name, Bytes} <- whole()],
    halt().

report(Name, Value) -> io:format("~s ~.1f~n", [Name, float(Value)]).

%% The best of three runs, in nanoseconds for one operation.
best({N, Fun}) ->
    Fun(max(N div 10, 1)),
    lists:min([element(1, timer:tc(fun() -> Fun(N) end)) * 1000 / N || _ <- [1, 2, 3]]).

workloads() ->
    [{"notify.1", {300000, notify(1)}},
     {"notify.10", {100000, notify(10)}},
     {"notify.100", {10000, notify(100)}},
     {"sync_notify.1", {100000, sync_notify(1)}},
     {"sync_notify.10", {100000, sync_notify(10)}},
     {"event_call", {100000, fun event_call/1}},
     {"server_call", {100000, fun server_call/1}},
     {"server_nested_call", {50000, fun nested_call/1}},
     {"server_cast", {300000, fun cast/1}},
     {"ping_pong", {200000, fun ping_pong/1}},
     {"ring.1000", {1000000, fun ring/1}},
     {"spawn_exit", {200000, fun spawn_exit/1}},
     {"spawn_monitor", {200000, fun spawn_monitor_down/1}}].

%% Handlers count events.
init(N) -> {ok, N}.
handle_event(_, N) -> {ok, N + 1}.
handle_call(_, N) -> {ok, N, N}.

manager(Handlers) ->
    {ok, M} = gen_event:start(),
    [ok = gen_event:add_handler(M, {?MODULE, I}, 0) || I <- lists:seq(1, Handlers)],
    M.

times(0, _) -> ok;
times(N, F) -> F(), times(N - 1, F).

%% Every thousandth event is synchronous, which bounds the queue.
notify(Handlers) ->
    fun(N) ->
            M = manager(Handlers),
            thousands(N, M),
            gen_event:sync_notify(M, event),
            gen_event:stop(M)
    end.

thousands(0, _) -> ok;
thousands(N, M) ->
    case N rem 1000 of
        0 -> gen_event:sync_notify(M, event);
        _ -> gen_event:notify(M, event)
    end,
    thousands(N - 1, M).

sync_notify(Handlers) ->
    fun(N) ->
            M = manager(Handlers),
            times(N, fun() -> gen_event:sync_notify(M, event) end),
            gen_event:stop(M)
    end.

event_call(N) ->
    M = manager(1),
    times(N, fun() -> gen_event:call(M, {?MODULE, 1}, count) end),
    gen_event:stop(M).

store(State) ->
    {ok, S} = gen_server:start(bench_store, State, []),
    S.

server_call(N) ->
    S = store(1),
    times(N, fun() -> gen_server:call(S, get) end),
    gen_server:stop(S).

nested_call(N) ->
    S = store(1),
    Front = store(S),
    times(N, fun() -> gen_server:call(Front, get) end),
    gen_server:stop(Front),
    gen_server:stop(S).

cast(N) ->
    S = store(1),
    casts(N, S),
    gen_server:call(S, get),
    gen_server:stop(S).

casts(0, _) -> ok;
casts(N, S) ->
    gen_server:cast(S, N),
    N rem 1000 =:= 0 andalso gen_server:call(S, get),
    casts(N - 1, S).

ping_pong(N) ->
    Self = self(),
    P = spawn(fun() -> pong() end),
    times(N, fun() -> P ! {Self, ping}, receive pong -> ok end end),
    P ! stop.

pong() ->
    receive
        {From, ping} -> From ! pong, pong();
        stop -> ok
    end.

ring(N) ->
    Self = self(),
    First = lists:foldl(fun(_, Next) -> spawn(fun() -> pass(Next) end) end, Self, lists:seq(1, 1000)),
    rounds(max(N div 1000, 1), First),
    First ! stop,
    receive stop -> ok end.

rounds(0, _) -> ok;
rounds(N, First) ->
    First ! token,
    receive token -> rounds(N - 1, First) end.

pass(Next) ->
    receive
        token -> Next ! token, pass(Next);
        stop -> Next ! stop
    end.

%% A thousand at a time: spawned, then waited for.
spawn_exit(N) ->
    Self = self(),
    times(max(N div 1000, 1), fun() ->
        times(1000, fun() -> spawn(fun() -> Self ! done end) end),
        times(1000, fun() -> receive done -> ok end end)
    end).

spawn_monitor_down(N) ->
    times(N, fun() ->
        {_, Ref} = spawn_monitor(fun() -> ok end),
        receive {'DOWN', Ref, process, _, _} -> ok end
    end).

%% The time from the exit of a process that is linked to 100,000 until all of
%% their monitors have told.
fanout() ->
    Hub = spawn(fun() -> receive stop -> exit(bye) end end),
    Self = self(),
    times(100000, fun() -> spawn_monitor(fun() -> link(Hub), Self ! linked, receive never -> ok end end) end),
    times(100000, fun() -> receive linked -> ok end end),
    {Time, _} = timer:tc(fun() ->
        Hub ! stop,
        times(100000, fun() -> receive {'DOWN', _, process, _, bye} -> ok end end)
    end),
    Time * 1000.

whole() ->
    [{"fanout.100000", lists:min([fanout(), fanout(), fanout()])},
     {"idle.plain", idle(fun() -> spawn(fun() -> receive stop -> ok end end) end)},
     {"idle.manager", idle(fun() -> {ok, M} = gen_event:start(), M end)}].

idle(Start) ->
    N = 20000,
    erlang:garbage_collect(),
    Before = erlang:memory(total),
    Pids = [Start() || _ <- lists:seq(1, N)],
    timer:sleep(100),
    Bytes = (erlang:memory(total) - Before) / N,
    Refs = [monitor(process, P) || P <- Pids],
    [exit(P, kill) || P <- Pids],
    [receive {'DOWN', R, _, _, _} -> ok end || R <- Refs],
    timer:sleep(300),
    Bytes.
