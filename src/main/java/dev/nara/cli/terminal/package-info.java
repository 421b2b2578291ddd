/** What commands share: output, tables, exit codes, and options of several commands. */
@NullMarked
package dev.nara.cli.terminal;

import org.jspecify.annotations.NullMarked;
