// Reads operations on cases (JSON, one per line) and says whether some order of them, that agrees with when each was asked and answered,
// explains what they came to: `npm run chaos -- --linearizable`.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/anishathalye/porcupine"
)

// One operation: the sequences of the events that it added to its case. Times are milliseconds; without an answer it may have happened at
// any time after it was asked.
type operation struct {
	CaseID   string `json:"caseId"`
	Client   int    `json:"client"`
	Call     int64  `json:"call"`
	Answered *int64 `json:"answered"`
	First    int    `json:"first"`
	Last     int    `json:"last"`
}

// A case is a sequence that each operation takes on from where the one before has left it.
var cases = porcupine.Model{
	Partition: func(history []porcupine.Operation) [][]porcupine.Operation {
		parts := map[string][]porcupine.Operation{}
		for _, one := range history {
			id := one.Input.(operation).CaseID
			parts[id] = append(parts[id], one)
		}
		var all [][]porcupine.Operation
		for _, part := range parts {
			all = append(all, part)
		}
		return all
	},
	Init: func() interface{} { return 0 },
	Step: func(state, input, _ interface{}) (bool, interface{}) {
		one := input.(operation)
		return one.First == state.(int)+1, one.Last
	},
}

func main() {
	var history []porcupine.Operation
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<16), 1<<22)
	for lines.Scan() {
		var one operation
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			fmt.Fprintln(os.Stderr, "not an operation:", err)
			os.Exit(2)
		}
		returned := int64(1) << 62
		if one.Answered != nil {
			returned = *one.Answered
		}
		history = append(history, porcupine.Operation{ClientId: one.Client, Input: one, Call: one.Call, Output: one.Last, Return: returned})
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	parts := cases.Partition(history)
	failed := 0
	for _, part := range parts {
		if result := porcupine.CheckOperationsTimeout(cases, part, time.Minute); result != porcupine.Ok {
			failed++
			fmt.Printf("case %s: %s\n", part[0].Input.(operation).CaseID, result)
		}
	}
	fmt.Printf("%d operations, linearizable in %d of %d cases\n", len(history), len(parts)-failed, len(parts))
	if failed > 0 {
		os.Exit(1)
	}
}
