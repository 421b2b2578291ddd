/** What a run is asked to do: its settings, as record, command line and JSON, and applied to data. */
@NullMarked
package dev.nara.spec;

import org.jspecify.annotations.NullMarked;
