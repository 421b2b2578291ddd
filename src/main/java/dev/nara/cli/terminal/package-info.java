/** Parts shared by commands: output, tables, exit codes and options. */
@NullMarked
package dev.nara.cli.terminal;

import org.jspecify.annotations.NullMarked;
