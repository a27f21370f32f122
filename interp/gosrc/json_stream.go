package gosrc

import "encoding/json"

// jsonStreams is what decoders and encoders of JSON do not tell about
// themselves.
type jsonStreams struct {
	decoders map[*json.Decoder]*decoderOptions
	raw      map[*json.Encoder]bool // those that leave HTML as it is
	rawHTML  bool                   // one of them encodes
}

type decoderOptions struct{ strict, useNumber bool }

func newJSONStreams() jsonStreams {
	return jsonStreams{decoders: map[*json.Decoder]*decoderOptions{}, raw: map[*json.Encoder]bool{}}
}
