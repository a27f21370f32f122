package main

import . "gex/runtime/otp"

type KV_Bucket struct{}

// StartLink starts a new bucket.
func (KV_Bucket) StartLink() (PID, error) {
	return Agent.StartLink(func() Map { return Map{} })
}

// Get returns the value of a key in the bucket.
func (KV_Bucket) Get(bucket, key Term) Term {
	return Agent.Get(bucket, func(m Map) Term { return m.Get(key) })
}

// Put stores a value under a key in the bucket.
func (KV_Bucket) Put(bucket, key, value Term) {
	Agent.Update(bucket, func(m Map) Map { return m.Put(key, value) })
}

// Delete removes a key from the bucket and returns its value.
func (KV_Bucket) Delete(bucket, key Term) Term {
	return Agent.GetAndUpdate(bucket, func(m Map) (Term, Map) { return m.Pop(key) })
}
