package otp

// Bound returns the functions and modules of the package as they are on the
// node of a, by their names in the package: what a program that is
// interpreted on that node calls them by.
func (a *API) Bound() map[string]any {
	return map[string]any{
		"Self":              a.Self,
		"Send":              a.Send,
		"Spawn":             a.Spawn,
		"SpawnLink":         a.SpawnLink,
		"SpawnMonitor":      a.SpawnMonitor,
		"Receive":           a.Receive,
		"Match":             a.Match,
		"MakeRef":           a.MakeRef,
		"Call":              a.Call,
		"Apply":             a.Apply,
		"Catch":             a.Catch,
		"Text":              a.Text,
		"Register":          a.Register,
		"Agent":             a.Agent(),
		"DynamicSupervisor": a.DynamicSupervisor(),
		"ETS":               a.ETS(),
		"Logger":            a.Logger(),
		"Registry":          a.Registry(),
		"Supervisor":        a.Supervisor(),
		"Task":              a.Task(),
		"TaskSupervisor":    a.TaskSupervisor(),
		"GenEvent":          a.GenEvent(),
		"GenServer":         a.GenServer(),
		"IO":                a.IO(),
		"Process":           a.Process(),
		"ProcLib":           a.ProcLib(),
		"Sys":               a.Sys(),
		"Timer":             a.Timer(),
	}
}
