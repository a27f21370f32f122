package interp_test

import (
	"context"
	"testing"

	"gex/interp"
)

// The benchmarks type what a learner would measure; divide by the number in
// the range for the time of a step.
func benchmark(b *testing.B, input string) {
	s := interp.New(interp.Options{Strict: true})
	defer s.Close()
	b.ReportAllocs()
	for b.Loop() {
		if !s.Eval(context.Background(), input).OK {
			b.Fatalf("%s failed", input)
		}
	}
}

func BenchmarkPrompt(b *testing.B) { benchmark(b, "1 + 1") }
func BenchmarkEach(b *testing.B)   { benchmark(b, "Enum.each(1..100_000, fn x -> x end)") }
func BenchmarkMapSum(b *testing.B) { benchmark(b, "1..100_000 |> Enum.map(& &1 * 2) |> Enum.sum") }
func BenchmarkReduce(b *testing.B) {
	benchmark(b, "Enum.reduce(1..100_000, 0, fn x, acc -> x + acc end)")
}
func BenchmarkStream(b *testing.B) { benchmark(b, "1..100_000 |> Stream.map(& &1 + 1) |> Enum.count") }
func BenchmarkGroupBy(b *testing.B) {
	benchmark(b, "1..10_000 |> Enum.group_by(& rem(&1, 100)) |> map_size")
}
func BenchmarkMapSet(b *testing.B) { benchmark(b, "1..10_000 |> MapSet.new |> MapSet.size") }
func BenchmarkMapPut(b *testing.B) {
	benchmark(b, "Enum.reduce(1..10_000, %{}, &Map.put(&2, &1, &1)) |> map_size")
}
func BenchmarkNotMatched(b *testing.B) { benchmark(b, "try do List.first(1) rescue _ -> 1 end") }
