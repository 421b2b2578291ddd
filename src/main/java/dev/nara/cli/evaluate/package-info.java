/** The commands that evaluate and compare runs. */
@NullMarked
package dev.nara.cli.evaluate;

import org.jspecify.annotations.NullMarked;
