package main

import (
	"fmt"
	"math"
	"slices"
)

type Vec3 struct{ X, Y, Z float64 }

func (a Vec3) Add(b Vec3) Vec3      { return Vec3{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a Vec3) Scale(k float64) Vec3 { return Vec3{a.X * k, a.Y * k, a.Z * k} }
func (a *Vec3) Normalize()          { *a = a.Scale(1 / a.Len()) }
func (a Vec3) Len() float64         { return math.Sqrt(a.X*a.X + a.Y*a.Y + a.Z*a.Z) }

type Body struct {
	Pos, Vel Vec3
	Mass     float64
	Trail    []Vec3
}

type System struct {
	bodies [2]Body
	byName map[string]*Body
}

func (s *System) Step(dt float64) {
	for i := range s.bodies {
		b := &s.bodies[i]
		b.Trail = append(b.Trail, b.Pos)
		b.Pos = b.Pos.Add(b.Vel.Scale(dt))
	}
}

type Matrix [3][3]int

func Identity() (m Matrix) {
	for i := range m {
		m[i][i] = 1
	}
	return
}

func (m Matrix) T() Matrix {
	for i := 0; i < 3; i++ {
		for j := i + 1; j < 3; j++ {
			m[i][j], m[j][i] = m[j][i], m[i][j]
		}
	}
	return m
}

func (m *Matrix) Fill(f func(i, j int) int) *Matrix {
	for i := range m {
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func main() {
	s := System{byName: map[string]*Body{}}
	s.bodies[0] = Body{Vel: Vec3{1, 0, 0}, Mass: 2}
	s.bodies[1].Vel.Y = 0.5
	s.byName["a"] = &s.bodies[0]
	copyOf := s
	for range 3 {
		s.Step(0.5)
	}
	fmt.Println(s.bodies[0].Pos, s.bodies[1].Pos, len(s.byName["a"].Trail), copyOf.bodies[0].Pos)
	s.byName["a"].Pos.Z = 9
	fmt.Println(s.bodies[0].Pos.Z, s.bodies[0].Trail)
	v := Vec3{3, 4, 0}
	w := v
	w.Normalize()
	fmt.Println(v, w, v == Vec3{3, 4, 0}, v.Add(w).Len())
	vs := []Vec3{v, w}
	for _, x := range vs {
		x.X = 100
	}
	for i := range vs {
		vs[i].Scale(2)
		vs[i].Normalize()
	}
	p := &vs[0]
	p.X, p.Y = p.Y, p.X
	fmt.Println(vs)
	m := Identity()
	n := m
	n.Fill(func(i, j int) int { return i*3 + j })
	fmt.Println(m, n, n.T(), n, n.T().T() == n, m[1] == [3]int{0, 1, 0})
	arrs := map[[2]int]string{{1, 2}: "a"}
	k := [2]int{1, 2}
	fmt.Println(arrs[k], len(m), len(m[0]))
	pm := &m
	pm[0][1] = 7
	for i, row := range pm {
		pm[2][2] = 50
		fmt.Print(i, row)
	}
	fmt.Println()
	for i, row := range m {
		m[2][0] = 99
		fmt.Print(i, row)
	}
	fmt.Println()
	grid := [][]Vec3{{v}, {w}}
	g2 := slices.Clone(grid)
	g2[0][0].X = -1
	fmt.Println(grid[0][0].X, &grid[0] == &g2[0], cap(grid[1:]))
}
