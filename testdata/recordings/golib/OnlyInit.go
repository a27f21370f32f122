package main

import . "gex/runtime/otp"

// OnlyInit has Init and no other callback.
type OnlyInit struct{}

func (OnlyInit) Init(state Term) Result { return OK(state) }
