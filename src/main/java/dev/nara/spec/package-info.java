/** The specification of a run: its settings as record, command line and JSON, and applied to data. */
@NullMarked
package dev.nara.spec;

import org.jspecify.annotations.NullMarked;
