// Loads and checks a compose file with the library that `docker compose config` uses; prints the services.
package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	file, profiles := os.Args[1], os.Args[2:]
	options, err := cli.NewProjectOptions([]string{file}, cli.WithOsEnv, cli.WithProfiles(profiles))
	if err == nil {
		var project interface{ ServiceNames() []string }
		project, err = options.LoadProject(context.Background())
		if err == nil {
			fmt.Println(strings.Join(project.ServiceNames(), " "))
			return
		}
	}
	fmt.Println(err)
	os.Exit(1)
}
