%% A server that keeps what was cast to it last and passes calls on to the
%% server that is its state.
-module(bench_store).
-behaviour(gen_server).
-export([init/1, handle_call/3, handle_cast/2]).

init(S) -> {ok, S}.
handle_call(Request, _, Next) when is_pid(Next) -> {reply, gen_server:call(Next, Request), Next};
handle_call(_, _, S) -> {reply, S, S}.
handle_cast(S, _) -> {noreply, S}.
